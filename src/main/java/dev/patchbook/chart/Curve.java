package dev.patchbook.chart;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * A series of a run as it is drawn.
 *
 * @param run whose it is
 * @param key what was measured
 * @param label beside its end; empty: none
 * @param pen of its line
 * @param marker on its line, if any: open at what was measured now and then, full along what was measured at every step
 */
record Curve(RunSeries run, SeriesKey key, String label, Pen pen, Optional<Marker> marker) {
    private static final double THIN = 1.25;

    /** What a strip shows of some runs, what matters most first. */
    static List<Curve> of(Strip strip, List<RunSeries> runs) {
        List<Curve> curves = new ArrayList<>();
        for (int i = 0; i < runs.size(); i++) {
            List<SeriesKey> keys = runs.get(i).keys(strip);
            for (int k = 0; k < keys.size(); k++) {
                curves.add(
                        runs.size() == 1
                                ? alone(runs.get(i), keys.get(k), k)
                                : beside(runs.get(i), keys.get(k), i, k, runs.size() == 2));
            }
        }
        curves.sort((a, b) -> Boolean.compare(a.sparse(), b.sparse()));
        return curves;
    }

    /** Whether it was measured now and then, not at every step. */
    boolean sparse() {
        return key.strip() == Strip.LOSS && !key.equals(SeriesKey.TRAINING) || key.equals(Difference.VALIDATION);
    }

    Series series() {
        return run.get(key);
    }

    private static Curve alone(RunSeries run, SeriesKey key, int index) {
        if (key.equals(SeriesKey.VALIDATION) || key.equals(Difference.VALIDATION)) {
            Pen pen = new Pen(Paint.VALIDATION, 1.75, List.of(5.0, 4.0), 1);
            return new Curve(run, key, key.name(), pen, Optional.of(Marker.CIRCLE));
        }
        if (key.equals(SeriesKey.TRAINING) || key.equals(Difference.TRAINING)) {
            return new Curve(run, key, key.name(), Pen.of(Paint.TRAINING, 1.75), Optional.empty());
        }
        if (key.strip() == Strip.LOSS) {
            return new Curve(run, key, key.name(), Pen.run(index), Optional.of(Marker.run(index)));
        }
        return key.strip() == Strip.UPDATE_RATIO
                ? new Curve(run, key, key.name(), Pen.run(index).wide(THIN), Optional.empty())
                : new Curve(run, key, "", Pen.of(Paint.TRAINING, THIN), Optional.empty());
    }

    /** Of more than two runs only the training losses are named: what is open is validation, in the same shape. */
    private static Curve beside(RunSeries run, SeriesKey key, int number, int index, boolean few) {
        Pen pen = Pen.run(number);
        Optional<Marker> marker = Optional.of(Marker.run(number));
        if (key.strip() == Strip.LOSS) {
            return key.equals(SeriesKey.TRAINING)
                    ? new Curve(run, key, run.name(), pen, marker)
                    : new Curve(run, key, few ? run.name() + " " + key.name() : "", pen.wide(1), marker);
        }
        return key.strip() == Strip.UPDATE_RATIO
                ? new Curve(
                        run, key, number == 0 ? key.name() : "", pen.wide(THIN).dashed(Pen.dash(index)), marker)
                : new Curve(run, key, "", pen.wide(THIN), marker);
    }
}
