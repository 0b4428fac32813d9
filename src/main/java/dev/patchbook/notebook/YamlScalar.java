package dev.patchbook.notebook;

import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** Writes text as a YAML 1.2 scalar: plain where that reads as the same text, else quoted. */
final class YamlScalar {
    /** Words the core schema reads as null; plain, they stand for nothing written. */
    private static final Set<String> NULLS = Set.of("", "~", "null", "Null", "NULL");

    private static final Pattern PLAIN =
            Pattern.compile("(-?[\\p{Alnum}_./\\p{L}]|-[.0-9])[\\p{Alnum}\\p{L}\\p{N}_./\\\\:;()*&%$@!?=+<>|~^'\"#-]*"
                    + "( [\\p{Alnum}\\p{L}\\p{N}_./\\\\:;()*&%$@!?=+<>|~^'\"-]+)*");

    private YamlScalar() {}

    static boolean isNull(String plain) {
        return NULLS.contains(plain);
    }

    static String write(String text) {
        if (isPlain(text)) {
            return text;
        }
        return text.codePoints().allMatch(YamlScalar::isSimple)
                ? "'" + text.replace("'", "''") + "'"
                : doubleQuoted(text);
    }

    /** A flow list. */
    static String write(List<String> texts) {
        return texts.stream().map(YamlScalar::write).collect(Collectors.joining(", ", "[", "]"));
    }

    private static boolean isPlain(String text) {
        return !NULLS.contains(text)
                && PLAIN.matcher(text).matches()
                && !text.contains(": ")
                && !text.endsWith(":")
                && text.codePoints().allMatch(YamlScalar::isSimple);
    }

    /** Printable on one line, and no character that any YAML reader might take for a line's end. */
    private static boolean isSimple(int c) {
        return (c >= 0x20 && c < 0x7F)
                || (c >= 0xA0 && c < 0xD800 && c != 0x2028 && c != 0x2029)
                || (c >= 0xE000 && c <= 0xFFFD && c != 0xFEFF)
                || c >= 0x10000;
    }

    private static String doubleQuoted(String text) {
        StringBuilder out = new StringBuilder("\"");
        text.codePoints().forEach(c -> {
            switch (c) {
                case '\n' -> out.append("\\n");
                case '\r' -> out.append("\\r");
                case '\t' -> out.append("\\t");
                case '"' -> out.append("\\\"");
                case '\\' -> out.append("\\\\");
                default -> {
                    if (isSimple(c)) {
                        out.appendCodePoint(c);
                    } else {
                        out.append(String.format("\\u%04X", c));
                    }
                }
            }
        });
        return out.append('"').toString();
    }
}
