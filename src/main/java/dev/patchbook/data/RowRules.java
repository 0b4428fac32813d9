package dev.patchbook.data;

import dev.patchbook.base.Picture;
import dev.patchbook.text.UnknownCharacterException;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/**
 * What a row must satisfy to be used. The first thing found wrong with it is reported.
 *
 * @param maxLength longest caption, characters
 * @param alphabet the characters allowed; empty: any
 * @param split whether the split column counts
 */
record RowRules(int maxLength, Set<String> alphabet, boolean split) {
    /** Copies the alphabet. */
    RowRules {
        alphabet = Set.copyOf(alphabet);
    }

    /**
     * A row that can be used.
     *
     * @param caption its text
     * @param picture its picture, full size
     * @param part what the file says it is for
     */
    record Usable(String caption, Picture picture, Optional<Part> part) {}

    /**
     * Reads the cells of a row.
     *
     * @throws RowException for the first cell that cannot be used
     */
    Usable read(CaptionCsv.Row row) {
        if (row.surplus()) {
            throw new RowException(
                    CaptionCsv.CAPTION,
                    ProblemCode.EXTRA_FIELDS,
                    "The row has more fields than the header names.",
                    "Put the caption in quotation marks; a comma in it splits it otherwise.");
        }
        Optional<Part> part = split ? row.split().map(RowRules::part) : Optional.empty();
        String caption = caption(row.caption());
        return new Usable(caption, picture(row.picture()), part);
    }

    private static Part part(String field) {
        for (Part part : Part.values()) {
            if (field.strip().toLowerCase(Locale.ROOT).equals(part.id())) {
                return part;
            }
        }
        throw new RowException(
                CaptionCsv.SPLIT,
                ProblemCode.BAD_SPLIT,
                field.isBlank() ? "The split is empty." : "The split is “" + shortened(field.strip()) + "”.",
                "Write train or validation.");
    }

    private String caption(Optional<String> field) {
        String caption = field.orElseThrow(() -> new RowException(
                CaptionCsv.CAPTION,
                ProblemCode.MISSING_CAPTION,
                "The row ends before its caption.",
                "Add the caption, or remove the row."));
        if (caption.isBlank()) {
            throw new RowException(
                    CaptionCsv.CAPTION,
                    ProblemCode.EMPTY_CAPTION,
                    "The caption is empty.",
                    "Write a caption, or remove the row.");
        }
        if (caption.indexOf('\uFFFD') >= 0) {
            throw new RowException(
                    CaptionCsv.CAPTION,
                    ProblemCode.BAD_ENCODING,
                    "The caption “" + shortened(caption) + "” holds bytes that are not UTF-8.",
                    "Save the file as UTF-8.");
        }
        int length = caption.codePointCount(0, caption.length());
        if (length > maxLength) {
            throw new RowException(
                    CaptionCsv.CAPTION,
                    ProblemCode.TOO_LONG,
                    "The caption has " + length + " characters; at most " + maxLength + " are used.",
                    "Shorten the caption, or raise max-length.");
        }
        checkCharacters(caption);
        return caption;
    }

    private void checkCharacters(String caption) {
        if (alphabet.isEmpty()) {
            return;
        }
        int position = 0;
        for (int point : caption.codePoints().toArray()) {
            position++;
            if (!alphabet.contains(Character.toString(point))) {
                UnknownCharacterException unknown = new UnknownCharacterException(point, position);
                throw new RowException(
                        CaptionCsv.CAPTION, ProblemCode.UNKNOWN_CHARACTER, unknown.what(), unknown.remedy(), unknown);
            }
        }
    }

    private static Picture picture(String field) {
        try {
            return ImageDecoder.decode(Base64Picture.decode(field));
        } catch (PictureException e) {
            throw new RowException(CaptionCsv.PICTURE, e.code(), e.what(), e.remedy(), e);
        }
    }

    private static String shortened(String text) {
        int cut = 32;
        if (text.length() <= cut) {
            return text;
        }
        return text.substring(0, Character.isHighSurrogate(text.charAt(cut - 1)) ? cut - 1 : cut) + "…";
    }
}
