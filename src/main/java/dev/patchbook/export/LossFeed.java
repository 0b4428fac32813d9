package dev.patchbook.export;

import dev.patchbook.chart.LossHistory;
import dev.patchbook.engine.TrainEvent.Evaluated;
import dev.patchbook.session.LossSeries;
import dev.patchbook.session.TrainOutput;
import java.util.List;

/** Keeps a chart's history up to a run's output: appends what is new, begins anew where the run is another one. */
public final class LossFeed {
    private final LossHistory history = new LossHistory();
    private long firstStep = -1;

    /** The history to draw. */
    public LossHistory history() {
        return history;
    }

    /** Takes over a run's steps and evaluations. */
    public void take(TrainOutput run) {
        LossSeries series = run.series();
        if (!continues(series, run.evaluations())) {
            history.clear();
        }
        if (series.size() > 0) {
            firstStep = series.step(0);
        }
        List<Evaluated> looks = run.evaluations();
        for (int row = history.size(); row < series.size(); row++) {
            evaluations(looks, series.step(row));
            history.addStep(series.step(row), series.loss(row), series.ms(row));
        }
        evaluations(looks, Long.MAX_VALUE);
    }

    /** Evaluations done before a step come before it, so that their time is right. */
    private void evaluations(List<Evaluated> looks, long until) {
        while (history.evaluations() < looks.size()
                && looks.get(history.evaluations()).step() <= until) {
            Evaluated look = looks.get(history.evaluations());
            history.addEvaluation(look.step(), look.loss());
        }
    }

    private boolean continues(LossSeries series, List<Evaluated> looks) {
        int last = history.size() - 1;
        if (series.size() < history.size() || looks.size() < history.evaluations()) {
            return false;
        }
        return last < 0
                || series.step(0) == firstStep
                        && series.loss(last) == history.loss(last)
                        && series.step(last) == (long) history.step(last);
    }
}
