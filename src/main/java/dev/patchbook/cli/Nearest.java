package dev.patchbook.cli;

import java.util.Comparator;
import java.util.List;
import java.util.Locale;

/** What a person may have meant by a word that is not there. */
final class Nearest {
    private Nearest() {}

    /** “Do you mean …? ” with the word that differs in the fewest letters, where few differ; else empty. */
    static String question(String word, List<String> there) {
        int most = Math.max(1, word.length() / 3);
        return there.stream()
                .filter(other -> distance(word, other) <= most)
                .min(Comparator.comparingInt(other -> distance(word, other)))
                .map(other -> "Do you mean “" + other + "”? ")
                .orElse("");
    }

    /** Letters to insert, remove or replace; neighbours that changed places count once (optimal string alignment). */
    static int distance(String one, String two) {
        String a = one.toLowerCase(Locale.ROOT);
        String b = two.toLowerCase(Locale.ROOT);
        int[][] cost = new int[a.length() + 1][b.length() + 1];
        for (int i = 0; i <= a.length(); i++) {
            for (int j = 0; j <= b.length(); j++) {
                if (i == 0 || j == 0) {
                    cost[i][j] = i + j;
                    continue;
                }
                int replaced = cost[i - 1][j - 1] + (a.charAt(i - 1) == b.charAt(j - 1) ? 0 : 1);
                cost[i][j] = Math.min(replaced, 1 + Math.min(cost[i - 1][j], cost[i][j - 1]));
                boolean swapped =
                        i > 1 && j > 1 && a.charAt(i - 1) == b.charAt(j - 2) && a.charAt(i - 2) == b.charAt(j - 1);
                if (swapped) {
                    cost[i][j] = Math.min(cost[i][j], cost[i - 2][j - 2] + 1);
                }
            }
        }
        return cost[a.length()][b.length()];
    }
}
