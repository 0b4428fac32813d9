package dev.patchbook.data.report;

import java.util.Locale;

/** The kinds of problems that make a row unusable. */
public enum ProblemCode {
    /** The picture's field is empty or not there. */
    MISSING_PICTURE,
    /** The picture's field is not base64. */
    BAD_BASE64,
    /** The bytes are no picture of a kind that is read. */
    NOT_AN_IMAGE,
    /** A picture that is damaged or cut off. */
    BROKEN_IMAGE,
    /** More pixels, or a larger file, than is read. */
    TOO_LARGE,
    /** The row has more pictures than one. */
    SEVERAL_PICTURES,
    /** The picture's file is not there or cannot be read. */
    MISSING_FILE,
    /** The picture's file lies outside of the notebook's folder, and nobody allowed that. */
    OUTSIDE,
    /** The row has no caption. */
    MISSING_CAPTION,
    /** The caption is empty or blank. */
    EMPTY_CAPTION,
    /** The caption holds bytes that are not text. */
    BAD_ENCODING,
    /** The caption holds a character outside the alphabet. */
    UNKNOWN_CHARACTER,
    /** The caption is longer than {@code max-length}. */
    TOO_LONG,
    /** The split column holds neither {@code train} nor {@code validation}. */
    BAD_SPLIT,
    /** The row has more fields than the header. */
    EXTRA_FIELDS,
    /** The line is not JSON, or not an object. */
    BAD_JSON;

    /** The stable name, in kebab case. */
    public String id() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
