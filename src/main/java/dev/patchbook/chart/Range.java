package dev.patchbook.chart;

/**
 * A closed interval of numbers.
 *
 * @param min its lower end
 * @param max its upper end, not below the lower
 */
public record Range(double min, double max) {
    /** From 0 to 1. */
    public static final Range UNIT = new Range(0, 1);

    /** Checks the order and that both ends are finite. */
    public Range {
        if (!(Double.isFinite(min) && Double.isFinite(max) && min <= max)) {
            throw new IllegalArgumentException("not a range: " + min + " to " + max);
        }
    }

    /** The smallest range that holds every finite value; from 0 to 1 where there is none. */
    public static Range of(float[] values) {
        return of(values, 0, values.length);
    }

    /** The smallest range that holds every finite value from one index up to, not including, another. */
    public static Range of(float[] values, int from, int to) {
        double min = Double.POSITIVE_INFINITY;
        double max = Double.NEGATIVE_INFINITY;
        for (int i = from; i < to; i++) {
            if (Float.isFinite(values[i])) {
                min = Math.min(min, values[i]);
                max = Math.max(max, values[i]);
            }
        }
        return min <= max ? new Range(min, max) : UNIT;
    }

    /** The range with zero in its middle that holds this one. */
    public Range aroundZero() {
        double reach = Math.max(Math.abs(min), Math.abs(max));
        return new Range(-reach, reach);
    }

    /** Upper end less lower end. */
    public double length() {
        return max - min;
    }

    /** Where a value lies, 0 at the lower end and 1 at the upper; in the middle where the range is a point. */
    public double share(double value) {
        return length() == 0 ? 0.5 : (value - min) / length();
    }

    /** The value at a share of the way from lower to upper end. */
    public double at(double share) {
        return min + share * length();
    }

    /** The nearest value that lies in the range. */
    public double clamp(double value) {
        return Math.max(min, Math.min(max, value));
    }
}
