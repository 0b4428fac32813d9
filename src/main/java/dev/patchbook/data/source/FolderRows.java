package dev.patchbook.data.source;

import dev.patchbook.base.UserFacingException;
import dev.patchbook.data.picture.Sha256;
import dev.patchbook.data.report.ProblemCode;
import dev.patchbook.data.report.RowException;
import java.io.IOException;
import java.nio.charset.MalformedInputException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;

/** Rows of a folder of pictures: captions in a text beside each picture ({@code a.png}, {@code a.txt}), or else its name. */
final class FolderRows implements RowSource {
    private static final RawRow.Names NAMES = new RawRow.Names("picture", "caption", "");
    private static final long LONGEST_TEXT = 1 << 20;

    private final Path folder;
    private final String name;
    private final Places places;
    private final List<PictureFolder.Found> pictures;
    private final MessageDigest digest = Sha256.digest();
    private List<String> last = List.of();
    private int row;

    FolderRows(Path folder, List<PictureFolder.Found> pictures, SourceOptions options) {
        this.folder = folder;
        this.name = String.valueOf(folder.getFileName());
        this.places = options.places().at(folder);
        this.pictures = pictures;
        if (pictures.isEmpty()) {
            throw new UserFacingException(
                    "There are no pictures in the folder " + folder + ".",
                    "Choose a folder of PNG, JPEG, GIF, BMP, WebP or TIFF pictures.");
        }
    }

    @Override
    public Optional<RawRow> next() {
        if (row >= pictures.size()) {
            return Optional.empty();
        }
        PictureFolder.Found picture = pictures.get(row++);
        last = List.of(picture.name(), "");
        digest.update(picture.name().getBytes(StandardCharsets.UTF_8));
        Optional<RowException> fault = picture.fault();
        if (fault.isPresent()) {
            return Optional.of(RawRow.broken(row, row, NAMES, fault.get()));
        }
        try {
            String caption = caption(picture.name());
            digest.update(caption.getBytes(StandardCharsets.UTF_8));
            last = List.of(picture.name(), caption);
            PictureField field = new PictureField.File(NAMES.picture(), picture.name(), places);
            return Optional.of(
                    new RawRow(row, row, NAMES, field, Optional.of(caption), Optional.empty(), Optional.empty()));
        } catch (RowException e) {
            return Optional.of(RawRow.broken(row, row, NAMES, e));
        }
    }

    private String caption(String picture) {
        String stem = picture.substring(0, picture.lastIndexOf('.'));
        Path text = folder.resolve(stem + ".txt");
        if (!Files.isRegularFile(text)) {
            return fromName(stem);
        }
        try {
            if (!places.allows(text)) {
                throw unreadable(text, "lies outside of the notebook's folder", "Move it beside the picture.");
            }
            if (Files.size(text) > LONGEST_TEXT) {
                throw unreadable(text, "is longer than 1 MB", "Write the caption alone in it.");
            }
            String caption = Files.readString(text);
            return (caption.startsWith("\uFEFF") ? caption.substring(1) : caption).strip();
        } catch (MalformedInputException e) {
            return latin(text);
        } catch (IOException e) {
            throw unreadable(text, "cannot be read", "Check that you may read it.");
        }
    }

    private static String latin(Path text) {
        try {
            return Files.readString(text, LazyCharset.WINDOWS).strip();
        } catch (IOException e) {
            throw unreadable(text, "is not text", "Save it as UTF-8.");
        }
    }

    private static RowException unreadable(Path text, String what, String remedy) {
        return new RowException(
                NAMES.caption(),
                ProblemCode.MISSING_CAPTION,
                "The caption's file “" + text.getFileName() + "” " + what + ".",
                remedy);
    }

    /** {@code sub/a_red_car-2} is “a red car”: a number at the end only tells files apart. */
    static String fromName(String stem) {
        String file = stem.substring(stem.lastIndexOf('/') + 1);
        String words = file.replaceFirst("(?s)(.)(?:[-_ ]\\d+|\\s*\\(\\d+\\))$", "$1")
                .replace('_', ' ')
                .strip();
        return words.isEmpty() ? file : words;
    }

    @Override
    public List<String> fields() {
        return last;
    }

    @Override
    public Shape shape() {
        return new Shape("folder of pictures", "", "", List.of(NAMES.picture(), NAMES.caption()), NAMES, "");
    }

    @Override
    public String name() {
        return name;
    }

    @Override
    public long read() {
        return row;
    }

    @Override
    public long size() {
        return pictures.size();
    }

    @Override
    public String hash() {
        while (row < pictures.size()) {
            digest.update(pictures.get(row++).name().getBytes(StandardCharsets.UTF_8));
        }
        return HexFormat.of().formatHex(digest.digest());
    }

    @Override
    public void close() {}
}
