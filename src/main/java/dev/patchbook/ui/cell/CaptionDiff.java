package dev.patchbook.ui.cell;

import java.util.ArrayList;
import java.util.List;

/** What is new in a caption since the one before, by the longest common subsequence of their words. */
final class CaptionDiff {
    private CaptionDiff() {}

    /** A stretch of the caption. */
    record Part(String text, boolean changed) {}

    /** The caption in stretches, old and new in turn. */
    static List<Part> of(String before, String now) {
        String[] old = words(before);
        String[] words = words(now);
        boolean[] kept = kept(old, words);
        List<Part> parts = new ArrayList<>();
        StringBuilder run = new StringBuilder();
        boolean changed = false;
        for (int i = 0; i < words.length; i++) {
            boolean fresh = !before.isEmpty() && !kept[i] && !words[i].isBlank();
            if (fresh != changed && run.length() > 0) {
                parts.add(new Part(run.toString(), changed));
                run.setLength(0);
            }
            changed = fresh;
            run.append(words[i]);
        }
        if (run.length() > 0) {
            parts.add(new Part(run.toString(), changed));
        }
        return parts;
    }

    private static String[] words(String text) {
        return text.isEmpty() ? new String[0] : text.split("(?<= )|(?= )");
    }

    private static boolean[] kept(String[] old, String[] words) {
        int[][] common = new int[old.length + 1][words.length + 1];
        for (int i = old.length - 1; i >= 0; i--) {
            for (int j = words.length - 1; j >= 0; j--) {
                common[i][j] = old[i].equals(words[j])
                        ? common[i + 1][j + 1] + 1
                        : Math.max(common[i + 1][j], common[i][j + 1]);
            }
        }
        boolean[] kept = new boolean[words.length];
        int i = 0;
        int j = 0;
        while (i < old.length && j < words.length) {
            if (old[i].equals(words[j])) {
                kept[j] = true;
                i++;
                j++;
            } else if (common[i + 1][j] >= common[i][j + 1]) {
                i++;
            } else {
                j++;
            }
        }
        return kept;
    }
}
