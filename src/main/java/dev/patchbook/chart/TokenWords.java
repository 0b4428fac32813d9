package dev.patchbook.chart;

/** Tokens in words and signs, so that blanks and control characters can be seen and heard. */
public final class TokenWords {
    private TokenWords() {}

    /** How a token is drawn so that one sees it: blanks and line ends as signs, special tokens as they are. */
    public static String visible(String token) {
        return switch (token) {
            case " " -> "␣";
            case "\n" -> "⏎";
            case "\t" -> "⇥";
            case "\r" -> "↵";
            case "" -> "∅";
            default -> unprintable(token) ? String.format("U+%04X", token.codePointAt(0)) : token;
        };
    }

    /** A token where there is room for one letter: special tokens as signs. */
    public static String sign(String token) {
        return switch (token) {
            case "<begin>" -> "⊢";
            case "<end>" -> "⊣";
            case "<pad>" -> "·";
            default -> visible(token);
        };
    }

    /** How a token is spoken. */
    public static String spoken(String token) {
        return switch (token) {
            case " " -> "space";
            case "\n" -> "new line";
            case "\t" -> "tab";
            default -> visible(token);
        };
    }

    /** A caption as it is drawn: what cannot be seen as signs, but blanks as they are. */
    public static String caption(String text) {
        StringBuilder all = new StringBuilder();
        text.codePoints().forEach(c -> all.append(c == ' ' ? " " : visible(Character.toString(c))));
        return all.toString();
    }

    /** How surprising a token was: −log of its probability, nats; at most 20. */
    public static double surprise(double probability) {
        return Math.min(20, -Math.log(Math.max(probability, 1e-12)) + 0.0);
    }

    private static boolean unprintable(String token) {
        int type = Character.getType(token.codePointAt(0));
        return type == Character.CONTROL
                || type == Character.FORMAT
                || type == Character.UNASSIGNED
                || type == Character.SURROGATE;
    }
}
