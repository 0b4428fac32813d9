package dev.patchbook.text;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/**
 * How far a caption is from its reference: edits by character and by word (Levenshtein, 1966), and BLEU (Papineni et al., 2002).
 * Words stand between blanks and count in lower case; characters are code points and count as they are.
 */
public final class CaptionMetrics {
    private static final int LONGEST_GRAM = 4;

    private CaptionMetrics() {}

    /** Edits (insertions, deletions, replacements) by character, over the characters of the reference. */
    public static double characterErrors(String reference, String caption) {
        return rate(points(reference), points(caption));
    }

    /** Edits by word, over the words of the reference. */
    public static double wordErrors(String reference, String caption) {
        return rate(words(reference), words(caption));
    }

    /** Of an empty reference any caption but the empty one is wholly wrong. */
    private static double rate(List<?> reference, List<?> caption) {
        if (reference.isEmpty()) {
            return caption.isEmpty() ? 0 : 1;
        }
        return edits(reference, caption) / (double) reference.size();
    }

    /** The least number of insertions, deletions and replacements that turn one list into the other. */
    public static int edits(List<?> from, List<?> to) {
        int[] above = new int[to.size() + 1];
        Arrays.setAll(above, i -> i);
        for (int i = 1; i <= from.size(); i++) {
            int[] row = new int[to.size() + 1];
            row[0] = i;
            for (int j = 1; j <= to.size(); j++) {
                int replaced = above[j - 1] + (from.get(i - 1).equals(to.get(j - 1)) ? 0 : 1);
                row[j] = Math.min(replaced, 1 + Math.min(above[j], row[j - 1]));
            }
            above = row;
        }
        return above[to.size()];
    }

    /**
     * BLEU-4 of one caption, between 0 and 1. Longer grams start from one hit in one place more than there are, as in Lin and Och
     * (2004), because a short caption seldom holds four right words in a row.
     */
    public static double bleu(String reference, String caption) {
        return new Bleu().add(reference, caption).value(1);
    }

    /** BLEU-4 over many captions: the grams of all are counted together. */
    public static final class Bleu {
        private final long[] hits = new long[LONGEST_GRAM];
        private final long[] grams = new long[LONGEST_GRAM];
        private long said;
        private long wanted;

        /** Counts one more caption. */
        public Bleu add(String reference, String caption) {
            List<String> right = words(reference);
            List<String> words = words(caption);
            said += words.size();
            wanted += right.size();
            for (int n = 1; n <= LONGEST_GRAM; n++) {
                Map<List<String>, Integer> left = grams(right, n);
                for (int i = 0; i + n <= words.size(); i++) {
                    grams[n - 1]++;
                    hits[n - 1] += left.merge(List.copyOf(words.subList(i, i + n)), -1, Integer::sum) >= 0 ? 1 : 0;
                }
            }
            return this;
        }

        /** The score, between 0 and 1. */
        public double value() {
            return value(0);
        }

        private double value(int smoothing) {
            double logs = 0;
            for (int n = 0; n < LONGEST_GRAM; n++) {
                int more = n == 0 ? 0 : smoothing;
                if (hits[n] + more == 0) {
                    return 0;
                }
                logs += Math.log((hits[n] + more) / (double) (grams[n] + more)) / LONGEST_GRAM;
            }
            double brevity = said >= wanted ? 0 : 1 - wanted / (double) said;
            return Math.exp(brevity + logs);
        }
    }

    private static Map<List<String>, Integer> grams(List<String> words, int n) {
        Map<List<String>, Integer> grams = new HashMap<>();
        for (int i = 0; i + n <= words.size(); i++) {
            grams.merge(List.copyOf(words.subList(i, i + n)), 1, Integer::sum);
        }
        return grams;
    }

    /**
     * How varied texts are: different grams of so many words over all there are (distinct-n; Li et al., 2016); 0 where there are
     * none.
     */
    public static double distinct(List<String> captions, int n) {
        Map<List<String>, Integer> different = new HashMap<>();
        int all = 0;
        for (String caption : captions) {
            Map<List<String>, Integer> grams = grams(words(caption), n);
            grams.forEach((gram, count) -> different.merge(gram, count, Integer::sum));
        }
        for (int count : different.values()) {
            all += count;
        }
        return all == 0 ? 0 : different.size() / (double) all;
    }

    private static List<Integer> points(String text) {
        return text.codePoints().boxed().toList();
    }

    private static List<String> words(String text) {
        List<String> words = new ArrayList<>();
        for (String word : text.toLowerCase(Locale.ROOT).split("\\s+", -1)) {
            if (!word.isEmpty()) {
                words.add(word);
            }
        }
        return words;
    }
}
