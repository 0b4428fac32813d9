package dev.patchbook.text;

import java.text.Normalizer;
import java.text.Normalizer.Form;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** What is done to captions before they are used, character (code point) by character. */
public final class CaptionText {
    /** Characters that Unicode does not take apart, and what comes nearest to them. */
    private static final Map<Integer, String> NEAREST = Map.ofEntries(
            Map.entry(0x2018, "'"), // quotation marks
            Map.entry(0x2019, "'"),
            Map.entry(0x201A, "'"),
            Map.entry(0x201C, "\""),
            Map.entry(0x201D, "\""),
            Map.entry(0x201E, "\""),
            Map.entry(0xAB, "\""),
            Map.entry(0xBB, "\""),
            Map.entry(0x2010, "-"), // dashes
            Map.entry(0x2011, "-"),
            Map.entry(0x2012, "-"),
            Map.entry(0x2013, "-"),
            Map.entry(0x2014, "-"),
            Map.entry(0x2212, "-"),
            Map.entry(0x2044, "/"),
            Map.entry(0xD7, "x"),
            Map.entry(0xDF, "ss"), // letters
            Map.entry(0xE6, "ae"),
            Map.entry(0xC6, "AE"),
            Map.entry(0x153, "oe"),
            Map.entry(0x152, "OE"),
            Map.entry(0xF8, "o"),
            Map.entry(0xD8, "O"),
            Map.entry(0x142, "l"),
            Map.entry(0x141, "L"),
            Map.entry(0x111, "d"),
            Map.entry(0x131, "i"),
            Map.entry(0xFE, "th"),
            Map.entry(0xF0, "d"));

    private CaptionText() {}

    /** A text in a normal form of Unicode: {@code nfc}, {@code nfkc}, or as it is for anything else. */
    public static String normalized(String text, String form) {
        return switch (form) {
            case "nfc" -> Normalizer.normalize(text, Form.NFC);
            case "nfkc" -> Normalizer.normalize(text, Form.NFKC);
            default -> text;
        };
    }

    /**
     * The first characters of a text. A letter is not parted from the marks on it: rather the whole letter goes.
     *
     * @param most how many are left at most
     */
    public static String cut(String text, int most) {
        int[] points = text.codePoints().toArray();
        if (points.length <= most) {
            return text;
        }
        int end = most;
        while (end > 0 && joins(points, end)) {
            end--;
        }
        return new String(points, 0, end == 0 ? most : end);
    }

    private static boolean joins(int[] points, int at) {
        int type = Character.getType(points[at]);
        boolean mark = type == Character.NON_SPACING_MARK
                || type == Character.ENCLOSING_MARK
                || type == Character.COMBINING_SPACING_MARK;
        int joiner = 0x200D;
        return mark || points[at] == joiner || points[at - 1] == joiner;
    }

    /**
     * A text in the characters of an alphabet, as far as that goes: those that are not in it become what comes nearest, taken
     * apart (NFKD, without accents), then in the other case. What has nothing near stays.
     */
    public static String mapped(String text, Set<String> alphabet) {
        StringBuilder mapped = new StringBuilder(text.length());
        text.codePoints().forEach(point -> {
            String character = Character.toString(point);
            mapped.append(
                    alphabet.contains(character)
                            ? character
                            : nearest(point, alphabet).orElse(character));
        });
        return mapped.toString();
    }

    private static Optional<String> nearest(int point, Set<String> alphabet) {
        String apart = NEAREST.getOrDefault(point, Normalizer.normalize(Character.toString(point), Form.NFKD));
        StringBuilder near = new StringBuilder();
        for (int part : apart.codePoints().toArray()) {
            String one = Character.toString(part);
            String other = Character.toString(
                    Character.isUpperCase(part) ? Character.toLowerCase(part) : Character.toUpperCase(part));
            if (alphabet.contains(one)) {
                near.append(one);
            } else if (alphabet.contains(other)) {
                near.append(other);
            } else if (Character.getType(part) != Character.NON_SPACING_MARK) {
                return NEAREST.containsKey(part) && part != point ? nearest(part, alphabet) : Optional.empty();
            }
        }
        boolean mark = Character.getType(point) == Character.NON_SPACING_MARK; // what is left of a letter taken apart
        return near.length() > 0 || mark ? Optional.of(near.toString()) : Optional.empty();
    }
}
