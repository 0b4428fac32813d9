package dev.patchbook.ui.cell;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * What is new in a caption since the one before, by the longest common subsequence of their words; of a word that took the place
 * of a similar one, the characters that changed.
 */
final class CaptionDiff {
    private CaptionDiff() {}

    /** A stretch of the caption. */
    record Part(String text, boolean changed) {}

    /** The caption in stretches, old and new in turn, to the character. */
    static List<Part> of(String before, String now) {
        return stretches(before, now, true);
    }

    /** The same by whole words: to be said, single characters tell little. */
    static List<Part> words(String before, String now) {
        return stretches(before, now, false);
    }

    private static List<Part> stretches(String before, String now, boolean characters) {
        String[] old = split(before);
        String[] words = split(now);
        int[] from = common(old, words);
        List<Part> parts = new ArrayList<>();
        for (int i = 0; i < words.length; i++) {
            boolean fresh = !before.isEmpty() && from[i] < 0 && !words[i].isBlank();
            String instead = fresh && characters ? replaced(old, words, from, i) : "";
            if (instead.isEmpty()) {
                add(parts, words[i], fresh);
            } else {
                within(parts, instead, words[i]);
            }
        }
        return parts;
    }

    private static void add(List<Part> parts, String text, boolean changed) {
        int last = parts.size() - 1;
        if (last >= 0 && parts.get(last).changed() == changed) {
            parts.set(last, new Part(parts.get(last).text() + text, changed));
        } else {
            parts.add(new Part(text, changed));
        }
    }

    /** The word a new one stands in the place of: where between what stayed there are as many old words as new; else empty. */
    private static String replaced(String[] old, String[] words, int[] from, int word) {
        int first = word;
        while (first > 0 && from[first - 1] < 0) {
            first--;
        }
        int end = word + 1;
        while (end < words.length && from[end] < 0) {
            end++;
        }
        int oldFirst = first == 0 ? 0 : from[first - 1] + 1;
        int oldEnd = end == words.length ? old.length : from[end];
        return oldEnd - oldFirst == end - first ? old[oldFirst + word - first] : "";
    }

    /** Marks the characters that changed; the whole word where it is another, or only lost some. */
    private static void within(List<Part> parts, String old, String word) {
        String[] before = characters(old);
        String[] now = characters(word);
        int[] from = common(before, now);
        long same = Arrays.stream(from).filter(place -> place >= 0).count();
        boolean another = 2 * same < Math.max(before.length, now.length) || same == now.length;
        for (int i = 0; i < now.length; i++) {
            add(parts, now[i], another || from[i] < 0);
        }
    }

    private static String[] split(String text) {
        return text.isEmpty() ? new String[0] : text.split("(?<= )|(?= )");
    }

    private static String[] characters(String word) {
        return word.codePoints().mapToObj(Character::toString).toArray(String[]::new);
    }

    /** For each new piece its place among the old ones, as they have most in common in order; -1: none. */
    private static int[] common(String[] old, String[] now) {
        int[][] most = new int[old.length + 1][now.length + 1];
        for (int i = old.length - 1; i >= 0; i--) {
            for (int j = now.length - 1; j >= 0; j--) {
                most[i][j] = old[i].equals(now[j]) ? most[i + 1][j + 1] + 1 : Math.max(most[i + 1][j], most[i][j + 1]);
            }
        }
        int[] from = new int[now.length];
        Arrays.fill(from, -1);
        int i = 0;
        int j = 0;
        while (i < old.length && j < now.length) {
            if (old[i].equals(now[j])) {
                from[j++] = i++;
            } else if (most[i + 1][j] >= most[i][j + 1]) {
                i++;
            } else {
                j++;
            }
        }
        return from;
    }
}
