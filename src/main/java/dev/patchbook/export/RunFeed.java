package dev.patchbook.export;

import dev.patchbook.base.UpdateRatios;
import dev.patchbook.chart.RunSeries;
import dev.patchbook.chart.Series;
import dev.patchbook.chart.SeriesKey;
import dev.patchbook.chart.Strip;
import dev.patchbook.engine.TrainEvent.Evaluated;
import dev.patchbook.notebook.Cell;
import dev.patchbook.session.CellOutput.DataOutput;
import dev.patchbook.session.LossSeries;
import dev.patchbook.session.SessionState;
import dev.patchbook.session.TrainOutput;
import java.util.List;

/** Keeps a chart's run up to a run's output: appends what is new, begins anew where the run is another one. */
public final class RunFeed {
    private static final SeriesKey VISION = new SeriesKey(Strip.UPDATE_RATIO, "vision");
    private static final SeriesKey PROJECTOR = new SeriesKey(Strip.UPDATE_RATIO, "projector");
    private static final SeriesKey EMBEDDINGS = new SeriesKey(Strip.UPDATE_RATIO, "embeddings");
    private static final SeriesKey DECODER = new SeriesKey(Strip.UPDATE_RATIO, "decoder");
    private static final SeriesKey HEAD = new SeriesKey(Strip.UPDATE_RATIO, "head");
    private static final SeriesKey SHUFFLED = new SeriesKey(Strip.LOSS, "other pictures");
    private static final SeriesKey BLANK = new SeriesKey(Strip.LOSS, "blank pictures");

    private final RunSeries run;
    private long firstStep = -1;
    private int looked;

    /**
     * What turns steps into epochs.
     *
     * @param batch rows a step; 0: not known
     * @param rows there are to train on; 0: not known
     */
    public record Pace(int batch, int rows) {
        /** Nothing is known. */
        public static final Pace UNKNOWN = new Pace(0, 0);

        /** What a train cell's settings and the data it builds on say now. */
        public static Pace of(SessionState state, Cell cell) {
            String batch = state.settings(cell.id()).effective(cell).getOrDefault("batch", "");
            int rows = state.graph().upstream(cell.id()).stream()
                    .flatMap(above -> state.output(above).stream())
                    .mapToInt(output ->
                            output instanceof DataOutput data ? data.summary().train() : 0)
                    .max()
                    .orElse(0);
            return new Pace(batch.matches("[0-9]{1,6}") ? Integer.parseInt(batch) : 0, rows);
        }

        /** Steps that see as many rows as there are; not a number where that is not known. */
        public double epoch() {
            return batch > 0 && rows > 0 ? (double) rows / batch : Double.NaN;
        }
    }

    /** A feed of a run by the name it has beside its lines. */
    public RunFeed(String name) {
        this.run = new RunSeries(name);
    }

    /** The run to draw. */
    public RunSeries run() {
        return run;
    }

    /** Takes over a run's steps and evaluations. */
    public void take(TrainOutput output, Pace pace) {
        LossSeries series = output.series();
        if (!continues(series, output.evaluations())) {
            run.clear();
            looked = 0;
        }
        run.setEpoch(pace.epoch());
        if (series.size() > 0) {
            firstStep = series.step(0);
        }
        List<Evaluated> looks = output.evaluations();
        for (int row = run.size(); row < series.size(); row++) {
            evaluations(looks, series.step(row));
            step(series, row);
        }
        evaluations(looks, Long.MAX_VALUE);
    }

    private void step(LossSeries series, int row) {
        run.step(series.step(row), series.ms(row));
        run.add(SeriesKey.TRAINING, series.loss(row));
        known(SeriesKey.LEARNING_RATE, series.learningRate(row));
        known(SeriesKey.GRADIENT_NORM, series.gradientNorm(row));
        known(SeriesKey.SPEED, series.samplesPerSecond(row));
        UpdateRatios ratios = series.ratios(row);
        known(VISION, ratios.vision());
        known(PROJECTOR, ratios.projector());
        known(EMBEDDINGS, ratios.embeddings());
        known(DECODER, ratios.decoder());
        known(HEAD, ratios.head());
    }

    /** What was not measured is left out. */
    private void known(SeriesKey key, double value) {
        if (!Double.isNaN(value)) {
            run.add(key, value);
        }
    }

    /** Evaluations done before a step come before it, so that their time is right. */
    private void evaluations(List<Evaluated> looks, long until) {
        while (looked < looks.size() && looks.get(looked).step() <= until) {
            Evaluated look = looks.get(looked++);
            run.add(SeriesKey.VALIDATION, look.step(), look.loss());
            if (look.use().rows() > 0) {
                run.add(SHUFFLED, look.step(), look.use().shuffled());
                run.add(BLANK, look.step(), look.use().blank());
            }
        }
    }

    private boolean continues(LossSeries series, List<Evaluated> looks) {
        Series losses = run.get(SeriesKey.TRAINING);
        int last = losses.size() - 1;
        if (series.size() < losses.size() || looks.size() < looked) {
            return false;
        }
        return last < 0
                || series.step(0) == firstStep
                        && Double.compare(series.loss(last), losses.value(last)) == 0
                        && series.step(last) == (long) losses.step(last);
    }
}
