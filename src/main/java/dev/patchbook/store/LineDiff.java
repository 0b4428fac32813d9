package dev.patchbook.store;

import java.util.ArrayList;
import java.util.List;

/** What differs between two texts, line by line: the fewest lines taken out and put in. */
public final class LineDiff {
    /** Beyond this many pairs of differing lines all of them count as replaced. */
    private static final long MOST = 25_000_000;

    private LineDiff() {}

    /** What happened to a line. */
    public enum Change {
        SAME,
        REMOVED,
        ADDED
    }

    /**
     * A line of either text.
     *
     * @param before its number in the first text, from 1; 0 where it is not there
     * @param after its number in the second text, from 1; 0 where it is not there
     */
    public record Line(Change change, int before, int after, String text) {}

    /** The lines of both texts in order, what was removed before what was added. */
    public static List<Line> of(String before, String after) {
        List<String> a = before.lines().toList();
        List<String> b = after.lines().toList();
        int start = 0;
        while (start < a.size() && start < b.size() && a.get(start).equals(b.get(start))) {
            start++;
        }
        int end = 0;
        while (end < a.size() - start
                && end < b.size() - start
                && a.get(a.size() - 1 - end).equals(b.get(b.size() - 1 - end))) {
            end++;
        }
        List<Line> lines = new ArrayList<>();
        for (int i = 0; i < start; i++) {
            lines.add(new Line(Change.SAME, i + 1, i + 1, a.get(i)));
        }
        middle(a.subList(start, a.size() - end), b.subList(start, b.size() - end), start, lines);
        for (int i = end; i > 0; i--) {
            lines.add(new Line(Change.SAME, a.size() - i + 1, b.size() - i + 1, a.get(a.size() - i)));
        }
        return lines;
    }

    private static void middle(List<String> a, List<String> b, int offset, List<Line> lines) {
        int[][] common = (long) a.size() * b.size() > MOST ? new int[0][] : common(a, b);
        int i = 0;
        int j = 0;
        while (i < a.size() || j < b.size()) {
            boolean known = common.length > 0;
            if (known && i < a.size() && j < b.size() && a.get(i).equals(b.get(j))) {
                lines.add(new Line(Change.SAME, offset + ++i, offset + ++j, a.get(i - 1)));
            } else if (i < a.size() && (!known || j == b.size() || common[i + 1][j] >= common[i][j + 1])) {
                lines.add(new Line(Change.REMOVED, offset + ++i, 0, a.get(i - 1)));
            } else {
                lines.add(new Line(Change.ADDED, 0, offset + ++j, b.get(j - 1)));
            }
        }
    }

    /** Length of the longest common subsequence of what begins at each pair of lines. */
    private static int[][] common(List<String> a, List<String> b) {
        int[][] length = new int[a.size() + 1][b.size() + 1];
        for (int i = a.size() - 1; i >= 0; i--) {
            for (int j = b.size() - 1; j >= 0; j--) {
                length[i][j] = a.get(i).equals(b.get(j))
                        ? length[i + 1][j + 1] + 1
                        : Math.max(length[i + 1][j], length[i][j + 1]);
            }
        }
        return length;
    }
}
