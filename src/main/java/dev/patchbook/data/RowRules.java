package dev.patchbook.data;

import dev.patchbook.base.Picture;
import dev.patchbook.config.DataSettings;
import dev.patchbook.data.picture.ImageDecoder;
import dev.patchbook.data.picture.PictureException;
import dev.patchbook.data.report.ProblemCode;
import dev.patchbook.data.report.RowException;
import dev.patchbook.data.source.RawRow;
import dev.patchbook.text.CaptionText;
import dev.patchbook.text.UnknownCharacterException;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;

/** What a row must satisfy to be used. The first thing found wrong with it is reported. */
final class RowRules {
    private final DataSettings settings;
    private final Set<String> alphabet;
    private final boolean split;
    private final Outsiders outsiders = new Outsiders();

    /**
     * Rules.
     *
     * @param settings what is done about long captions and unknown characters
     * @param alphabet the characters allowed; empty: any
     */
    RowRules(DataSettings settings, List<String> alphabet) {
        this.settings = settings;
        this.alphabet = Set.copyOf(alphabet);
        this.split = !settings.split().equals("tail");
    }

    /**
     * A row that can be used.
     *
     * @param caption its text
     * @param given its text before characters were replaced or cut off
     * @param <P> what is made of its picture
     * @param picture that
     * @param part what the file says it is for
     * @param cut characters that were cut off its caption
     * @param mapped whether characters of its caption were replaced
     */
    record Usable<P>(String caption, String given, P picture, Optional<Part> part, int cut, boolean mapped) {}

    /** Reads the cells of a row, its picture at full size. */
    Usable<Picture> read(RawRow row) {
        return read(row, ImageDecoder::decode);
    }

    /**
     * Reads the cells of a row.
     *
     * @param reader makes something of the bytes of its picture's file
     * @throws RowException for the first cell that cannot be used
     */
    <P> Usable<P> read(RawRow row, Function<byte[], P> reader) {
        if (row.fault().isPresent()) {
            throw row.fault().get();
        }
        String field = row.names().caption();
        Optional<Part> part = split ? row.split().map(text -> part(row.names().split(), text)) : Optional.empty();
        String given = given(field, row.caption());
        String known = known(field, given);
        int length = known.codePointCount(0, known.length());
        boolean tooLong = length > settings.maxLength();
        if (tooLong && !settings.tooLong().equals("cut")) {
            throw new RowException(
                    field,
                    ProblemCode.TOO_LONG,
                    "The caption has " + length + " characters; at most " + settings.maxLength() + " are used.",
                    "Shorten the caption, raise max-length, or set too-long to cut.");
        }
        String caption = tooLong ? CaptionText.cut(known, settings.maxLength()) : known;
        int cut = length - caption.codePointCount(0, caption.length());
        if (caption.isBlank()) {
            throw empty(field);
        }
        return new Usable<>(caption, given, picture(row, reader), part, cut, !known.equals(given));
    }

    private static Part part(String name, String field) {
        for (Part part : Part.values()) {
            if (field.strip().toLowerCase(Locale.ROOT).equals(part.id())) {
                return part;
            }
        }
        throw new RowException(
                name,
                ProblemCode.BAD_SPLIT,
                field.isBlank() ? "The split is empty." : "The split is “" + shortened(field.strip()) + "”.",
                "Write train or validation.");
    }

    private String given(String name, Optional<String> field) {
        String caption = CaptionText.normalized(
                field.orElseThrow(() -> new RowException(
                        name,
                        ProblemCode.MISSING_CAPTION,
                        "The row ends before its caption.",
                        "Add the caption, or remove the row.")),
                settings.normalizeText());
        if (caption.isBlank()) {
            throw empty(name);
        }
        boolean lone = caption.codePoints()
                .anyMatch(point -> point >= Character.MIN_SURROGATE && point <= Character.MAX_SURROGATE);
        if (lone || caption.indexOf('\uFFFD') >= 0) {
            throw new RowException(
                    name,
                    ProblemCode.BAD_ENCODING,
                    "The caption “" + shortened(caption) + "” holds bytes that are not text.",
                    "Save the file as UTF-8.");
        }
        return caption;
    }

    private static RowException empty(String name) {
        return new RowException(
                name, ProblemCode.EMPTY_CAPTION, "The caption is empty.", "Write a caption, or remove the row.");
    }

    /** The characters met so far that are not in the alphabet. */
    Statistics.Outside outside() {
        return outsiders.counted();
    }

    /** The caption in characters of the alphabet. */
    private String known(String name, String given) {
        if (alphabet.isEmpty()) {
            return given;
        }
        outsiders.meet(given, alphabet, settings.unknown());
        if (settings.unknown().equals("add")) {
            return given;
        }
        String caption = settings.unknown().equals("map") ? CaptionText.mapped(given, alphabet) : given;
        int position = 0;
        for (int point : caption.codePoints().toArray()) {
            position++;
            if (!alphabet.contains(Character.toString(point))) {
                UnknownCharacterException unknown = new UnknownCharacterException(point, position);
                throw new RowException(name, ProblemCode.UNKNOWN_CHARACTER, unknown.what(), unknown.remedy(), unknown);
            }
        }
        return caption;
    }

    static Picture picture(RawRow row) {
        return picture(row, ImageDecoder::decode);
    }

    private static <P> P picture(RawRow row, Function<byte[], P> reader) {
        byte[] bytes = row.picture().bytes();
        try {
            return reader.apply(bytes);
        } catch (PictureException e) {
            throw new RowException(row.names().picture(), e.code(), e.what(), e.remedy(), e);
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
