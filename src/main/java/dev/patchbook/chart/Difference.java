package dev.patchbook.chart;

import java.util.List;

/** The losses of one run less those of another, at the steps both have. */
final class Difference {
    static final SeriesKey TRAINING = new SeriesKey(Strip.DIFFERENCE, "training");
    static final SeriesKey VALIDATION = new SeriesKey(Strip.DIFFERENCE, "validation");

    private Difference() {}

    /** The difference of exactly two runs, as a run; empty where there are more or fewer, or no step in common. */
    static List<RunSeries> of(List<RunSeries> runs) {
        if (runs.size() != 2) {
            return List.of();
        }
        RunSeries difference =
                new RunSeries(runs.get(0).name() + " − " + runs.get(1).name());
        subtract(runs, SeriesKey.TRAINING, difference, TRAINING);
        subtract(runs, SeriesKey.VALIDATION, difference, VALIDATION);
        difference.setEpoch(runs.get(0).unit(Axis.EPOCH));
        return difference.keys(Strip.DIFFERENCE).isEmpty() ? List.of() : List.of(difference);
    }

    private static void subtract(List<RunSeries> runs, SeriesKey of, RunSeries into, SeriesKey as) {
        Series a = runs.get(0).get(of);
        Series b = runs.get(1).get(of);
        Series target = into.series(as);
        int j = 0;
        for (int i = 0; i < a.size(); i++) {
            while (j < b.size() && b.step(j) < a.step(i)) {
                j++;
            }
            if (j < b.size() && b.step(j) == a.step(i)) {
                target.add(a.step(i), a.seconds(i), a.value(i) - b.value(j));
            }
        }
    }
}
