package dev.patchbook.notebook;

import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * Names a cell. It is also a folder's name beside the notebook, so it keeps to what every file system takes.
 *
 * @param text letters a-z, digits, hyphen and underscore, beginning with a letter or digit, at most 64
 */
public record CellId(String text) {
    private static final Pattern SHAPE = Pattern.compile("[A-Za-z0-9][A-Za-z0-9_-]{0,63}");
    private static final Pattern DEVICE = Pattern.compile("con|prn|aux|nul|com[0-9]|lpt[0-9]");
    private static final Set<String> TAKEN = Set.of("outputs");

    /** Checks the shape. */
    public CellId {
        if (!isValid(text)) {
            throw new IllegalArgumentException("not a cell's id: " + text);
        }
    }

    /** Whether a text can name a cell: its shape, and that it is no device's name and no folder of the notebook's own. */
    public static boolean isValid(String text) {
        String lower = text.toLowerCase(Locale.ROOT);
        return SHAPE.matcher(text).matches() && !DEVICE.matcher(lower).matches() && !TAKEN.contains(lower);
    }

    /** What two ids must differ in: some file systems take upper and lower case for the same. */
    String folded() {
        return text.toLowerCase(Locale.ROOT);
    }

    @Override
    public String toString() {
        return text;
    }
}
