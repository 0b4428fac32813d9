package dev.patchbook.data;

import dev.patchbook.base.CancelToken;
import dev.patchbook.base.Picture;
import dev.patchbook.base.UserFacingException;
import dev.patchbook.config.DataSettings;
import dev.patchbook.data.Dataset.Row;
import dev.patchbook.text.Alphabet;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Reads a {@link Dataset} from a CSV. Not for use by several threads; one loader reads once. */
public final class DatasetLoader {
    private final DataSettings settings;
    private final Path file;
    private final List<String> alphabet; // empty: the captions'
    private final RowRules rules;
    private final List<Row> rows = new ArrayList<>();
    private final List<Part> declared = new ArrayList<>();
    private final List<RowProblem> problems = new ArrayList<>();
    private final Map<String, StoredPicture> pictures = new HashMap<>();

    /**
     * A loader of the file the settings name.
     *
     * @param folder what relative paths are relative to
     * @param settings which file, and how it is read
     * @param allowOutside whether paths may leave the folder
     * @throws UserFacingException where a file is not there or lies outside
     */
    public DatasetLoader(Path folder, DataSettings settings, boolean allowOutside) {
        this.settings = settings;
        this.file = DataSource.resolve(folder, settings.file(), allowOutside);
        this.alphabet = switch (settings.alphabet()) {
            case "data" -> List.of();
            case "shakespeare" -> Alphabet.SHAKESPEARE;
            default -> Alphabet.read(DataSource.resolve(folder, settings.alphabet(), allowOutside));
        };
        this.rules = new RowRules(
                settings.maxLength(), Set.copyOf(alphabet), !settings.split().equals("tail"));
    }

    /**
     * Reads the file.
     *
     * @param progress told after every row
     * @param cancel polled at every row
     * @throws UserFacingException where the file cannot be read, or no row of it can be used for training
     */
    public Dataset load(ReadProgress progress, CancelToken cancel) {
        try (CaptionCsv csv = CaptionCsv.open(file)) {
            CsvFile source = csv.file();
            int read = 0;
            for (Optional<CaptionCsv.Row> row = csv.next(); row.isPresent(); row = csv.next()) {
                cancel.throwIfCancelled();
                read++;
                add(row.get());
                progress.read(source.read(), source.size());
            }
            checkRows(source.name(), read);
            return new Dataset(
                    file,
                    source.name(),
                    source.hash(),
                    settings.imageSize(),
                    read,
                    rows,
                    characters(),
                    split(csv.hasSplit(), source.name()),
                    problems);
        }
    }

    private void add(CaptionCsv.Row row) {
        try {
            RowRules.Usable usable = rules.read(row);
            StoredPicture picture = StoredPicture.of(usable.picture(), settings.imageSize());
            StoredPicture shared = pictures.merge(picture.hash(), picture, (known, same) -> known);
            rows.add(new Row(row.row(), row.line(), usable.caption(), shared));
            usable.part().ifPresent(declared::add);
        } catch (RowException e) {
            problems.add(e.at(row.row(), row.line()));
        }
    }

    private void checkRows(String name, int read) {
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

    private List<String> characters() {
        return alphabet.isEmpty() ? Alphabet.of(rows.stream().map(Row::caption).toList()) : alphabet;
    }

    private Dataset.Parts split(boolean hasColumn, String name) {
        int repeat = settings.repeat();
        if ((long) rows.size() * repeat > Integer.MAX_VALUE / 8) {
            throw new UserFacingException(
                    rows.size() + " rows repeated " + repeat + " times are too many.", "Lower repeat.");
        }
        if (settings.split().equals("tail")) {
            return Split.tail(rows.size(), repeat, settings.validation());
        }
        if (!hasColumn) {
            List<String> hashes = rows.stream().map(row -> row.picture().hash()).toList();
            return Split.byPicture(hashes, settings.seed(), settings.validation(), repeat);
        }
        if (!declared.contains(Part.TRAIN)) {
            throw new UserFacingException(
                    "No usable row of " + name + " is for training: its split column says validation throughout.",
                    "Write train in the split column of some rows, or remove the column.");
        }
        return Split.declared(declared, repeat);
    }

    /**
     * A row's picture at full size, read from the file again.
     *
     * @throws UserFacingException where the file has changed since
     */
    public static Picture original(Dataset data, Row row) {
        try (CaptionCsv csv = CaptionCsv.open(data.file())) {
            for (Optional<CaptionCsv.Row> next = csv.next(); next.isPresent(); next = csv.next()) {
                if (next.get().row() == row.number()) {
                    Picture picture =
                            ImageDecoder.decode(Base64Picture.decode(next.get().picture()));
                    if (Sha256.of(picture).equals(row.picture().hash())) {
                        return picture;
                    }
                    break;
                }
            }
        } catch (RowException | PictureException e) {
            throw changed(data, e);
        }
        throw changed(data, null);
    }

    private static UserFacingException changed(Dataset data, @Nullable Throwable cause) {
        return new UserFacingException(
                data.name() + " has changed since it was read.", "Run the data cell again.", cause);
    }
}
