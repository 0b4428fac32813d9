package dev.patchbook.chart;

import java.util.ArrayList;
import java.util.List;

/**
 * Equal factors of the value are equal lengths; zero and what is below it have no place.
 *
 * @param domain the values at the axis's ends, both positive
 */
public record LogScale(Range domain) implements Scale {
    private static final int[][] DIGITS = {{1, 2, 3, 4, 5, 6, 7, 8, 9}, {1, 2, 5}, {1, 3}, {1}};

    /** Checks that the domain is positive and longer than a point. */
    public LogScale {
        if (domain.min() <= 0 || domain.length() == 0) {
            throw new IllegalArgumentException("no logarithmic scale over " + domain);
        }
    }

    /** The scale that ends at 1, 2 or 5 times a power of ten around a positive range. */
    public static LogScale nice(Range range) {
        double min = below(range.min());
        double max = above(range.max());
        return new LogScale(min < max ? new Range(min, max) : new Range(min / 2, max * 2));
    }

    @Override
    public double position(double value) {
        if (!(value > 0)) {
            return Double.NaN;
        }
        return Math.log(value / domain.min()) / Math.log(domain.max() / domain.min());
    }

    @Override
    public double value(double position) {
        return domain.min() * Math.pow(domain.max() / domain.min(), position);
    }

    @Override
    public List<Tick> ticks(int most) {
        int low = exponent(domain.min());
        int high = exponent(domain.max()) + 1;
        for (int[] digits : DIGITS) {
            List<Tick> ticks = ticks(low, high, 1, digits);
            if (ticks.size() <= most) {
                return ticks.size() < 2 ? new LinearScale(domain).ticks(most) : ticks;
            }
        }
        for (int every = 2; ; every++) {
            List<Tick> ticks = ticks(Math.floorDiv(low, every) * every, high, every, new int[] {1});
            if (ticks.size() <= most) {
                return ticks;
            }
        }
    }

    private List<Tick> ticks(int low, int high, int every, int[] digits) {
        List<Tick> ticks = new ArrayList<>();
        for (int exponent = low; exponent <= high; exponent += every) {
            for (int digit : digits) {
                double value = digit * Math.pow(10, exponent);
                if (value >= domain.min() * (1 - 1e-9) && value <= domain.max() * (1 + 1e-9)) {
                    ticks.add(new Tick(domain.clamp(value), Numbers.onGrid(value, Math.pow(10, exponent))));
                }
            }
        }
        return ticks;
    }

    private static int exponent(double value) {
        return (int) Math.floor(Math.log10(value) + 1e-9);
    }

    private static double below(double value) {
        double power = Math.pow(10, exponent(value));
        double digit = value / power + 1e-9;
        return (digit >= 5 ? 5 : digit >= 2 ? 2 : 1) * power;
    }

    private static double above(double value) {
        double power = Math.pow(10, exponent(value));
        double digit = value / power - 1e-9;
        return (digit <= 1 ? 1 : digit <= 2 ? 2 : digit <= 5 ? 5 : 10) * power;
    }
}
