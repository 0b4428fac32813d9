package dev.patchbook.data;

import java.util.Locale;

/** The kinds of problems that make a row unusable. */
public enum ProblemCode {
    /** The picture's field is empty or not there. */
    MISSING_PICTURE,
    /** The picture's field is not base64. */
    BAD_BASE64,
    /** The bytes are not a PNG or JPEG picture. */
    NOT_AN_IMAGE,
    /** A PNG or JPEG picture that is damaged or cut off. */
    BROKEN_IMAGE,
    /** More pixels, or a longer field, than is read. */
    TOO_LARGE,
    /** The row has no caption. */
    MISSING_CAPTION,
    /** The caption is empty or blank. */
    EMPTY_CAPTION,
    /** The caption holds bytes that are not UTF-8. */
    BAD_ENCODING,
    /** The caption holds a character outside the alphabet. */
    UNKNOWN_CHARACTER,
    /** The caption is longer than {@code max-length}. */
    TOO_LONG,
    /** The split column holds neither {@code train} nor {@code validation}. */
    BAD_SPLIT,
    /** The row has more fields than the header. */
    EXTRA_FIELDS;

    /** The stable name, in kebab case. */
    public String id() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
