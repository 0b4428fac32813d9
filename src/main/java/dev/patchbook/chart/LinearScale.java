package dev.patchbook.chart;

import java.util.ArrayList;
import java.util.List;

/**
 * Equal steps of the value are equal lengths.
 *
 * @param domain the values at the axis's ends
 */
public record LinearScale(Range domain) implements Scale {
    /** The scale that ends at round values around a range, with about so many ticks. */
    public static LinearScale nice(Range range, int most) {
        if (range.length() == 0) {
            double reach = range.min() == 0 ? 1 : Math.abs(range.min()) / 2;
            return nice(new Range(range.min() - reach, range.max() + reach), most);
        }
        double step = step(range.length(), most);
        double min = Math.floor(range.min() / step + 1e-9) * step;
        double max = Math.ceil(range.max() / step - 1e-9) * step;
        return new LinearScale(new Range(min, max));
    }

    @Override
    public double position(double value) {
        return domain.share(value);
    }

    @Override
    public double value(double position) {
        return domain.at(position);
    }

    @Override
    public List<Tick> ticks(int most) {
        if (domain.length() == 0) {
            return List.of(new Tick(domain.min(), Numbers.significant(domain.min(), 3)));
        }
        double step = step(domain.length(), most);
        long first = (long) Math.ceil(domain.min() / step - 1e-9);
        long last = (long) Math.floor(domain.max() / step + 1e-9);
        List<Tick> ticks = new ArrayList<>();
        for (long i = first; i <= last; i++) {
            double value = domain.clamp(i * step);
            ticks.add(new Tick(value, Numbers.onGrid(i * step, step)));
        }
        return ticks;
    }

    /** So many ticks at most, or a few more where there would be one alone: a single number makes no scale. */
    public List<Tick> atLeastTwo(int most) {
        List<Tick> ticks = ticks(most);
        for (int more = most + 1; ticks.size() < 2 && domain.length() > 0 && more <= 2 * most + 2; more++) {
            ticks = ticks(more);
        }
        return ticks;
    }

    /**
     * The smallest step of 1, 2 or 5 times a power of ten that cuts a length into fewer parts than asked for (after
     * Heckbert, "Nice numbers for graph labels", Graphics Gems, 1990).
     */
    static double step(double length, int most) {
        double least = length / Math.max(1, most - 1);
        double power = Math.pow(10, Math.floor(Math.log10(least)));
        for (double digit : new double[] {1, 2, 5}) {
            if (digit * power >= least * (1 - 1e-9)) {
                return digit * power;
            }
        }
        return 10 * power;
    }
}
