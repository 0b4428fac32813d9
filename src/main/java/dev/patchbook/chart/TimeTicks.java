package dev.patchbook.chart;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** Round places on an axis of seconds: multiples people count time in. */
public final class TimeTicks {
    private static final double[] STEPS = {
        0.1, 0.2, 0.5, 1, 2, 5, 10, 15, 30, 60, 120, 300, 600, 900, 1800, 3600, 7200, 14_400, 21_600, 43_200, 86_400
    };

    private TimeTicks() {}

    /** At most so many ticks inside a range of seconds, labelled 20 s, 1:20 or 2:30 h by the length of the range. */
    public static List<Tick> of(Range seconds, int most) {
        double least = seconds.length() / Math.max(1, most - 1);
        double step = LinearScale.step(Math.max(seconds.length(), 1e-3), most);
        for (double candidate : STEPS) {
            if (candidate >= least) {
                step = candidate;
                break;
            }
        }
        List<Tick> ticks = new ArrayList<>();
        long first = (long) Math.ceil(seconds.min() / step - 1e-9);
        for (long i = first; i * step <= seconds.max() + 1e-9 * step; i++) {
            ticks.add(new Tick(seconds.clamp(i * step), label(i * step, step, seconds.max())));
        }
        return ticks;
    }

    private static String label(double value, double step, double end) {
        if (value == 0) {
            return "0";
        }
        if (end < 60) {
            return Numbers.onGrid(value, step) + " s";
        }
        long whole = Math.round(value);
        if (end < 3600) {
            return String.format(Locale.ROOT, "%d:%02d", whole / 60, whole % 60);
        }
        return String.format(Locale.ROOT, "%d:%02d h", whole / 3600, whole / 60 % 60);
    }
}
