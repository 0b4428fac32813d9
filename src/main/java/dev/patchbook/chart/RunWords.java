package dev.patchbook.chart;

import java.util.List;

/** A chart of runs in words, for those who cannot see it. */
public final class RunWords {
    private RunWords() {}

    /** How long the first run is, where its losses began and are now, and what it is compared with. */
    public static String of(List<RunSeries> runs) {
        if (runs.isEmpty() || runs.get(0).size() == 0) {
            return "Loss chart, no steps yet" + others(runs);
        }
        Series losses = runs.get(0).get(SeriesKey.TRAINING);
        int last = losses.size() - 1;
        String text = "Loss chart, " + Numbers.count(losses.size()) + (last == 0 ? " step" : " steps")
                + ", training loss from " + Numbers.loss(losses.value(0)) + " to " + Numbers.loss(losses.value(last))
                + " at step " + Numbers.count((long) losses.step(last));
        Series looks = runs.get(0).get(SeriesKey.VALIDATION);
        int look = looks.size() - 1;
        return (look < 0
                        ? text
                        : text + ", validation loss " + Numbers.loss(looks.value(look)) + " at step "
                                + Numbers.count((long) looks.step(look)))
                + others(runs);
    }

    private static String others(List<RunSeries> runs) {
        return runs.size() < 2
                ? ""
                : ", compared with "
                        + String.join(
                                " and ",
                                runs.stream().skip(1).map(RunSeries::name).toList());
    }
}
