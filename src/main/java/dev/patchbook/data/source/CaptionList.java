package dev.patchbook.data.source;

import dev.patchbook.base.UserFacingException;
import dev.patchbook.data.report.ProblemCode;
import dev.patchbook.data.report.RowException;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Rows of a text of captions: a picture's file name, a tab, comma, colon or blank, and its caption; {@code a.png#1} too. */
final class CaptionList extends TextRows {
    private static final RawRow.Names NAMES = new RawRow.Names("picture", "caption", "");
    private static final Pattern LINE = Pattern.compile(
            "\\s*(.+?\\.(?:png|jpe?g|jfif|gif|bmp|webp|tiff?))(?:#\\d+)?(?:[\\t,;:| ](.*))?", Pattern.CASE_INSENSITIVE);
    private static final int LONGEST = 1 << 16;

    private final Places places;
    private List<String> last = List.of();
    private long row;
    private long line;

    CaptionList(Path path, SourceOptions options) {
        super(SourceText.open(path));
        this.places = options.places();
    }

    /** Whether a text is a table after all: its first line names columns. */
    static boolean isTable(Path path) {
        try (SourceText text = SourceText.open(path)) {
            String first = text.head().lines().findFirst().orElse("");
            return !LINE.matcher(first).matches();
        }
    }

    @Override
    public Optional<RawRow> next() {
        try {
            for (String text = file().text().readLine();
                    text != null;
                    text = file().text().readLine()) {
                line++;
                if (!text.isBlank()) {
                    row++;
                    return Optional.of(parsed(text.length() > LONGEST ? text.substring(0, LONGEST) : text));
                }
            }
            return Optional.empty();
        } catch (IOException e) {
            throw new UserFacingException(
                    file().name() + " could not be read beyond row " + row + ".",
                    "Check the disk or copy the file, then read it again.",
                    e);
        }
    }

    private RawRow parsed(String text) {
        Matcher parts = LINE.matcher(text);
        if (!parts.matches()) {
            last = List.of(text);
            return RawRow.broken(
                    row,
                    line,
                    NAMES,
                    new RowException(
                            NAMES.picture(),
                            ProblemCode.MISSING_PICTURE,
                            "The line does not begin with a picture's file name.",
                            "Write the file name, a tab and the caption."));
        }
        Optional<String> caption = Optional.ofNullable(parts.group(2)).map(String::strip);
        last = List.of(parts.group(1), caption.orElse(""));
        return new RawRow(
                row,
                line,
                NAMES,
                new PictureField.File(NAMES.picture(), parts.group(1), places),
                caption,
                Optional.empty(),
                Optional.empty());
    }

    @Override
    public List<String> fields() {
        return last;
    }

    @Override
    public Shape shape() {
        return new Shape("list of captions", file().encoding(), "", List.of("picture", "caption"), NAMES, "");
    }
}
