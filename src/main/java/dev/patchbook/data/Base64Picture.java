package dev.patchbook.data;

import java.util.Arrays;
import java.util.Base64;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** The bytes of a picture's field: base64, with or without a {@code data:} prefix, white space and padding. */
final class Base64Picture {
    private Base64Picture() {}

    /**
     * Decodes a field.
     *
     * @throws RowException where it is empty or not base64
     */
    static byte[] decode(String field) {
        String text = field.strip();
        if (text.regionMatches(true, 0, "data:", 0, 5)) {
            int comma = text.indexOf(',');
            if (comma < 0 || !text.substring(0, comma).toLowerCase(Locale.ROOT).endsWith(";base64")) {
                throw bad("The picture's data address is not base64.", null);
            }
            text = text.substring(comma + 1);
        }
        byte[] compact = compact(text);
        if (compact.length == 0) {
            throw new RowException(
                    CaptionCsv.PICTURE,
                    ProblemCode.MISSING_PICTURE,
                    "There is no picture.",
                    "Put the picture there as base64, or remove the row.");
        }
        try {
            return Base64.getDecoder().decode(compact);
        } catch (IllegalArgumentException e) {
            throw bad("The picture's text is not base64" + where(compact) + ".", e);
        }
    }

    private static byte[] compact(String text) {
        byte[] compact = new byte[text.length()];
        int length = 0;
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (c > ' ') {
                compact[length++] = c < 128 ? (byte) c : (byte) '?';
            }
        }
        return Arrays.copyOf(compact, length);
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

    private static RowException bad(String reason, @Nullable Throwable cause) {
        return new RowException(
                CaptionCsv.PICTURE,
                ProblemCode.BAD_BASE64,
                reason,
                "Encode the picture's file as base64 again.",
                cause);
    }
}
