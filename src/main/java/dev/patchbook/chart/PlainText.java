package dev.patchbook.chart;

/** Text from files, made safe to show: characters that are none, or that turn the text around them, are replaced. */
public final class PlainText {
    static final int REPLACEMENT = 0xFFFD;

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

    /** Whether a character may stand in a page. */
    static boolean allowed(int c) {
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
