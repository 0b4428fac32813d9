package dev.patchbook.ui.palette;

import java.util.Locale;

/** How well a few letters typed fit a name: every letter must be there in order, at the beginnings of words rather than within. */
final class Fuzzy {
    private static final int WORD = 8;
    private static final int NEXT = 5;

    private Fuzzy() {}

    /** Higher is better; negative where it does not fit. */
    static int score(String typed, String name) {
        String wanted = typed.toLowerCase(Locale.ROOT).replace(" ", "");
        String text = name.toLowerCase(Locale.ROOT);
        int best = wanted.isEmpty() ? 0 : -1;
        for (int start = 0; start < text.length() && !wanted.isEmpty(); start++) {
            if (text.charAt(start) == wanted.charAt(0)) {
                best = Math.max(best, from(wanted, text, start));
            }
        }
        return best;
    }

    private static int from(String wanted, String text, int start) {
        int score = 0;
        int at = start - 1;
        for (int i = 0; i < wanted.length(); i++) {
            int next = next(text, wanted.charAt(i), at + 1);
            if (next < 0) {
                return -1;
            }
            score += 1 + (wordStart(text, next) ? WORD : 0) + (next == at + 1 && i > 0 ? NEXT : 0);
            at = next;
        }
        // Of two names that fit alike, the shorter is closer to what was typed.
        return Math.max(0, 10 * score - text.length());
    }

    /** The letter right here, else the next one that begins a word, else the next one at all. */
    private static int next(String text, char letter, int from) {
        if (from < text.length() && text.charAt(from) == letter) {
            return from;
        }
        for (int i = from; i < text.length(); i++) {
            if (text.charAt(i) == letter && wordStart(text, i)) {
                return i;
            }
        }
        return text.indexOf(letter, from);
    }

    private static boolean wordStart(String text, int index) {
        return index == 0 || !Character.isLetterOrDigit(text.charAt(index - 1));
    }
}
