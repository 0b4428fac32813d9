package dev.patchbook.chart;

import java.util.Arrays;

/**
 * Reduces a long series to what a screen can show, without losing a spike: of each pixel column the first, lowest, highest
 * and last point are kept, in their order. The line drawn is the same as through all points (Jugel, Jerzak, Hackenbroich
 * and Markl, "M4: A visualization-oriented time series data aggregation", VLDB 2014).
 */
public final class MinMax {
    private MinMax() {}

    /**
     * Indices of the points to draw, ascending. The first and the last point are always among them, and of every run of
     * points that are not finite the first, so that the line breaks there.
     *
     * @param xs ascending
     * @param ys as many
     * @param from first point
     * @param to behind the last point
     * @param range of x that the columns cover; points outside fall into the nearest column
     * @param columns pixel columns
     */
    public static int[] indices(double[] xs, double[] ys, int from, int to, Range range, int columns) {
        if (to - from <= 4L * columns) {
            int[] all = new int[to - from];
            Arrays.setAll(all, i -> from + i);
            return all;
        }
        Builder kept = new Builder(4 * columns + 16);
        int start = from;
        for (int column = 1; column <= columns && start < to; column++) {
            int end = column == columns ? to : firstAtLeast(xs, start, to, range.at((double) column / columns));
            kept.addColumn(ys, start, end);
            start = end;
        }
        kept.add(to - 1);
        return kept.toArray();
    }

    private static int firstAtLeast(double[] xs, int from, int to, double value) {
        int found = Arrays.binarySearch(xs, from, to, value);
        while (found > from && xs[found - 1] == value) {
            found--;
        }
        return found >= 0 ? found : -found - 1;
    }

    /** A growing list of ascending indices. */
    private static final class Builder {
        private int[] indices;
        private int size;

        Builder(int capacity) {
            indices = new int[capacity];
        }

        /** Adds a column, run by run of points that are finite or not. */
        void addColumn(double[] ys, int start, int end) {
            int first = start;
            while (first < end) {
                boolean finite = Double.isFinite(ys[first]);
                int low = first;
                int high = first;
                int next = first + 1;
                while (next < end && Double.isFinite(ys[next]) == finite) {
                    low = ys[next] < ys[low] ? next : low;
                    high = ys[next] > ys[high] ? next : high;
                    next++;
                }
                add(first);
                if (finite) {
                    add(Math.min(low, high));
                    add(Math.max(low, high));
                    add(next - 1);
                }
                first = next;
            }
        }

        void add(int index) {
            if (size > 0 && indices[size - 1] == index) {
                return;
            }
            if (size == indices.length) {
                indices = Arrays.copyOf(indices, 2 * size);
            }
            indices[size++] = index;
        }

        int[] toArray() {
            return Arrays.copyOf(indices, size);
        }
    }
}
