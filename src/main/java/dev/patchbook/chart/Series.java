package dev.patchbook.chart;

import java.util.Arrays;

/** One thing measured in a run, as columns of numbers that grow at their end. Steps ascend; a value may be not finite. */
public final class Series {
    /** Nothing measured. */
    static final Series NONE = new Series();

    private double[] steps = {};
    private double[] seconds = {};
    private double[] values = {};
    private int size;

    void add(double step, double second, double value) {
        if (size == steps.length) {
            int larger = Math.max(64, 2 * size);
            steps = Arrays.copyOf(steps, larger);
            seconds = Arrays.copyOf(seconds, larger);
            values = Arrays.copyOf(values, larger);
        }
        steps[size] = step;
        seconds[size] = second;
        values[size++] = value;
    }

    void clear() {
        size = 0;
    }

    /** How often it was measured. */
    public int size() {
        return size;
    }

    /** The step of a row: an update's number, or how many were done. */
    public double step(int row) {
        return steps[row];
    }

    /** Seconds of training by then. */
    public double seconds(int row) {
        return seconds[row];
    }

    /** What was measured. */
    public double value(int row) {
        return values[row];
    }

    /** The row whose step is nearest to one; -1 where there is none. */
    public int nearestStep(double step) {
        return nearest(steps, step);
    }

    /** The last row whose step is not behind one; -1 where there is none. */
    public int lastUpTo(double step) {
        int after = firstAtLeast(steps, Math.nextUp(step));
        return after - 1;
    }

    /** Places on an axis, epochs as steps; the array may be longer than {@link #size()}. */
    double[] xs(Axis axis) {
        return axis == Axis.TIME ? seconds : steps;
    }

    /** The array may be longer than {@link #size()}. */
    double[] values() {
        return values;
    }

    /** The row nearest to a place; -1 where there is none. */
    int nearest(double[] xs, double x) {
        int after = firstAtLeast(xs, x);
        if (after == size) {
            return size - 1;
        }
        return after == 0 || xs[after] - x < x - xs[after - 1] ? after : after - 1;
    }

    /** The first row at or behind a place; {@link #size()} where there is none. */
    int firstAtLeast(double[] xs, double x) {
        int found = Arrays.binarySearch(xs, 0, size, x);
        while (found > 0 && xs[found - 1] == x) {
            found--;
        }
        return found >= 0 ? found : -found - 1;
    }
}
