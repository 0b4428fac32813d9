package dev.patchbook.data.source;

import dev.patchbook.data.report.ProblemCode;
import dev.patchbook.data.report.RowException;
import java.util.Arrays;
import java.util.Base64;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * The bytes of a picture's field: base64 of either alphabet, with or without a {@code data:} prefix, white space, line breaks
 * written as {@code \n}, and padding.
 */
final class Base64Picture {
    private Base64Picture() {}

    /**
     * Decodes a field.
     *
     * @param column what it is called
     * @throws RowException where it is empty or not base64
     */
    static byte[] decode(String column, String field) {
        String text = withoutPython(field.strip());
        if (text.regionMatches(true, 0, "data:", 0, 5)) {
            int comma = text.indexOf(',');
            if (comma < 0 || !text.substring(0, comma).toLowerCase(Locale.ROOT).endsWith(";base64")) {
                throw bad(column, "The picture's data address is not base64.", null);
            }
            text = text.substring(comma + 1);
        }
        byte[] compact = compact(text);
        if (compact.length == 0) {
            throw new RowException(
                    column,
                    ProblemCode.MISSING_PICTURE,
                    "There is no picture.",
                    "Put the picture there as base64, or remove the row.");
        }
        try {
            return Base64.getDecoder().decode(compact);
        } catch (IllegalArgumentException e) {
            throw bad(column, "The picture's text is not base64" + where(compact) + ".", e);
        }
    }

    /** Python's {@code str(bytes)} leaves {@code b'...'} around the text. */
    private static String withoutPython(String text) {
        boolean python = text.length() > 3
                && text.charAt(0) == 'b'
                && (text.charAt(1) == '\'' || text.charAt(1) == '"')
                && text.charAt(text.length() - 1) == text.charAt(1);
        return python ? text.substring(2, text.length() - 1) : text;
    }

    private static byte[] compact(String text) {
        byte[] compact = new byte[text.length()];
        int length = 0;
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (c == '\\' && i + 1 < text.length() && (text.charAt(i + 1) == 'n' || text.charAt(i + 1) == 'r')) {
                i++;
            } else if (c > ' ') {
                compact[length++] = c == '-' ? (byte) '+' : c == '_' ? (byte) '/' : c < 128 ? (byte) c : (byte) '?';
            }
        }
        return length == compact.length ? compact : Arrays.copyOf(compact, length);
    }

    private static String where(byte[] text) {
        for (int i = 0; i < text.length; i++) {
            boolean letter = text[i] >= 'A' && text[i] <= 'Z'
                    || text[i] >= 'a' && text[i] <= 'z'
                    || text[i] >= '0' && text[i] <= '9';
            if (!letter && text[i] != '+' && text[i] != '/' && text[i] != '=') {
                return ": character " + (i + 1) + " of " + text.length + " cannot stand there";
            }
        }
        return ": it is cut off or padded wrongly after " + text.length + " characters";
    }

    private static RowException bad(String column, String reason, @Nullable Throwable cause) {
        return new RowException(
                column, ProblemCode.BAD_BASE64, reason, "Encode the picture's file as base64 again.", cause);
    }
}
