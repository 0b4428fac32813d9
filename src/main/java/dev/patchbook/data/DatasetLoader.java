package dev.patchbook.data;

import dev.patchbook.base.CancelToken;
import dev.patchbook.base.UserFacingException;
import dev.patchbook.config.DataSettings;
import dev.patchbook.data.Dataset.Row;
import dev.patchbook.data.picture.DecodedCache;
import dev.patchbook.data.picture.PictureReader;
import dev.patchbook.data.picture.PixelStore;
import dev.patchbook.data.picture.Sha256;
import dev.patchbook.data.picture.StoredPicture;
import dev.patchbook.data.report.RowProblem;
import dev.patchbook.data.source.PictureField;
import dev.patchbook.data.source.RawRow;
import dev.patchbook.data.source.RowSource;
import dev.patchbook.text.Alphabet;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.TreeSet;

/** Reads a {@link Dataset}. Not for use by several threads; one loader reads once. */
public final class DatasetLoader implements RowPass.Sink<StoredPicture> {
    private final DataSettings settings;
    private final RowPass pass;
    private final List<Row> rows = new ArrayList<>();
    private final List<Optional<Part>> declared = new ArrayList<>();
    private final List<RowProblem> problems = new ArrayList<>();
    private final DecodedCache cache;
    private final PictureReader pictures;
    private final Tally tally = new Tally();
    private boolean files;

    /**
     * A loader of what the settings name.
     *
     * @param folder what relative paths are relative to
     * @param settings which files, and how they are read
     * @param allowOutside whether paths may leave the folder
     * @throws UserFacingException where a file is not there or lies outside
     */
    public DatasetLoader(Path folder, DataSettings settings, boolean allowOutside) {
        this.settings = settings;
        this.pass = RowPass.of(folder, settings, allowOutside);
        Path kept = CacheFolder.path();
        this.cache = new DecodedCache(kept.resolve("decoded"), settings.imageSize(), settings.background());
        this.pictures = new PictureReader(new PixelStore(kept), cache, settings.imageSize(), settings.background());
    }

    /**
     * Reads the rows.
     *
     * @param progress told after every row
     * @param cancel polled at every row
     * @throws UserFacingException where the source cannot be read, or no row of it can be used for training
     */
    public Dataset load(ReadProgress progress, CancelToken cancel) {
        try (RowSource source = pass.origin().open();
                DecodedCache closed = cache) {
            long read = pass.read(source, this, progress, cancel);
            closed.finish();
            checkRows(source.name(), read);
            Dataset.Parts parts = split(source.name());
            return new Dataset(
                    pass.origin(),
                    source.name(),
                    hash(source),
                    settings.imageSize(),
                    Math.toIntExact(read),
                    rows,
                    characters(),
                    parts,
                    problems,
                    tally.statistics(
                            Split.sharedCaptions(rows, parts), pass.rules().outside()));
        }
    }

    @Override
    public StoredPicture picture(byte[] bytes) {
        return pictures.read(bytes);
    }

    @Override
    public void usable(RawRow raw, RowRules.Usable<StoredPicture> usable) {
        rows.add(new Row(raw.row(), raw.line(), usable.caption(), usable.picture()));
        declared.add(usable.part());
        tally.add(usable);
        files |= raw.picture() instanceof PictureField.File;
    }

    @Override
    public void problem(RowProblem problem) {
        tally.problem(problem.code());
        if (problems.size() < Dataset.MOST_PROBLEMS) {
            problems.add(problem);
        }
    }

    private void checkRows(String name, long read) {
        if (read == 0) {
            throw new UserFacingException(
                    name + " has a header but no rows.", "Add rows with a picture and a caption each.");
        }
        if (rows.isEmpty()) {
            RowProblem first = problems.get(0);
            throw new UserFacingException(
                    "None of the " + read + " rows of " + name + " can be used. Row " + first.row() + " (line "
                            + first.line() + "): " + first.reason(),
                    first.remedy());
        }
    }

    /** Of the files; pictures in files of their own count by their pixels. */
    private String hash(RowSource source) {
        String listed = source.hash();
        if (!files) {
            return listed;
        }
        MessageDigest digest = Sha256.digest();
        digest.update(listed.getBytes(StandardCharsets.US_ASCII));
        rows.forEach(row -> digest.update(row.picture().hash().getBytes(StandardCharsets.US_ASCII)));
        return HexFormat.of().formatHex(digest.digest());
    }

    private List<String> characters() {
        if (!pass.alphabet().isEmpty() && !settings.unknown().equals("add")) {
            return pass.alphabet();
        }
        List<String> found = Alphabet.of(rows.stream().map(Row::caption).toList());
        TreeSet<Integer> points = new TreeSet<>();
        pass.alphabet().forEach(character -> points.add(character.codePointAt(0)));
        found.forEach(character -> points.add(character.codePointAt(0)));
        return points.stream().map(Character::toString).toList();
    }

    private Dataset.Parts split(String name) {
        int repeat = settings.repeat();
        if ((long) rows.size() * repeat > Integer.MAX_VALUE / 8) {
            throw new UserFacingException(
                    rows.size() + " rows repeated " + repeat + " times are too many.", "Lower repeat.");
        }
        if (settings.split().equals("tail")) {
            return Split.tail(rows.size(), repeat, settings.validation());
        }
        if (declared.stream().anyMatch(Optional::isPresent)) {
            return declared(name, repeat);
        }
        List<String> hashes = rows.stream().map(row -> row.picture().hash()).toList();
        if (settings.split().equals("stratified")) {
            List<String> captions = rows.stream().map(Row::caption).toList();
            return Split.stratified(hashes, captions, settings.seed(), settings.validation(), repeat);
        }
        return Split.byPicture(hashes, settings.seed(), settings.validation(), repeat);
    }

    private Dataset.Parts declared(String name, int repeat) {
        int without = declared.indexOf(Optional.empty());
        if (without >= 0) {
            throw new UserFacingException(
                    "Some rows of " + name + " say in a field “split” what they are for, but others, as row "
                            + rows.get(without).number() + ", have no such field.",
                    "Give every row a split, train or validation, or none.");
        }
        List<Part> parts =
                declared.stream().map(part -> part.orElse(Part.TRAIN)).toList();
        if (!parts.contains(Part.TRAIN)) {
            throw new UserFacingException(
                    "No usable row of " + name + " is for training: its split column says validation throughout.",
                    "Write train in the split column of some rows, or remove the column.");
        }
        return Split.declared(parts, repeat);
    }
}
