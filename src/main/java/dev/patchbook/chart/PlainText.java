package dev.patchbook.chart;

/** Text from files, made safe to show: characters that are none, or that turn the text around them, are replaced. */
public final class PlainText {
    private static final int REPLACEMENT = 0xFFFD;

    private PlainText() {}

    /**
     * The text with control characters, lone surrogates, noncharacters and bidirectional overrides replaced by U+FFFD; line
     * ends and tabs stay.
     */
    public static String of(String text) {
        StringBuilder clean = new StringBuilder(text.length());
        text.codePoints().forEach(c -> clean.appendCodePoint(allowed(c) ? c : REPLACEMENT));
        return clean.toString();
    }

    /** The text as it stands in XML and HTML, also between quotes: only ever text, and clean. */
    public static String escaped(String text) {
        StringBuilder all = new StringBuilder(text.length() + 16);
        text.codePoints().forEach(c -> {
            switch (c) {
                case '&' -> all.append("&amp;");
                case '<' -> all.append("&lt;");
                case '>' -> all.append("&gt;");
                case '"' -> all.append("&quot;");
                case '\'' -> all.append("&#39;");
                default -> all.appendCodePoint(allowed(c) ? c : REPLACEMENT);
            }
        });
        return all.toString();
    }

    /** Whether a character may stand in a page. */
    private static boolean allowed(int c) {
        if (c == '\n' || c == '\t') {
            return true;
        }
        boolean control = Character.getType(c) == Character.CONTROL;
        boolean lone = c >= Character.MIN_SURROGATE && c <= Character.MAX_SURROGATE;
        boolean noncharacter = (c & 0xFFFE) == 0xFFFE || c >= 0xFDD0 && c <= 0xFDEF;
        boolean turns = c >= 0x202A && c <= 0x202E || c >= 0x2066 && c <= 0x2069;
        return !control && !lone && !noncharacter && !turns;
    }
}
