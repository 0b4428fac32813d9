package dev.patchbook.chart;

import java.util.ArrayList;
import java.util.List;
import java.util.function.ToDoubleFunction;

/** Where the words of a loss chart go, in pixels of its plot: what stands below it, at its lines' ends, and where it broke off. */
public final class LossFrame {
    private static final double LINE = 16;
    private static final double TICK_ROOM = 72;

    private final LossHistory history;
    private final LossOptions options;
    private final LossPlot plot;
    private final double line;

    /** The words of a chart that is worked out, in letters of the usual size. */
    public LossFrame(LossHistory history, LossOptions options, LossPlot plot) {
        this(history, options, plot, LINE);
    }

    /** The words of a chart that is worked out; a line of them is so high. */
    public LossFrame(LossHistory history, LossOptions options, LossPlot plot, double line) {
        this.history = history;
        this.options = options;
        this.plot = plot;
        this.line = line;
    }

    /** A tick and how far from the left its middle is. */
    public record Below(String label, double left) {}

    /**
     * Where the labels at the lines' ends go.
     *
     * @param left of both
     * @param training from the top; not a number where there is no such line
     * @param validation from the top; not a number where there is no such line
     * @param line height of a line of words
     */
    public record Ends(double left, double training, double validation, double line) {
        /** Whether the plot's upper corner is free of them. */
        public boolean cornerFree() {
            return !(training < line) && !(validation < line);
        }
    }

    /** The labels of the horizontal axis, as many as stand beside each other without touching. */
    public List<Below> below(ToDoubleFunction<String> widthOf) {
        int most = (int) Math.max(2, plot.width() / TICK_ROOM);
        Range shown = plot.x().domain();
        List<Below> all = new ArrayList<>();
        double free = Double.NEGATIVE_INFINITY;
        for (Tick tick : options.time() ? TimeTicks.of(shown, most) : plot.x().ticks(most)) {
            double x = plot.left(tick.value());
            double half = widthOf.applyAsDouble(tick.label()) / 2;
            if (x - half > free) {
                all.add(new Below(tick.label(), x));
                free = x + half + 8;
            }
        }
        return all;
    }

    /** What the horizontal axis counts. */
    public String unit() {
        return options.time() ? "time" : "step";
    }

    /** The labels at the lines' ends, moved apart where they would touch. */
    public Ends ends(LossPlot.Line training, LossPlot.Line validation) {
        int t = lastFinite(training);
        int v = lastFinite(validation);
        double x = Math.max(t < 0 ? 0 : training.xs()[t], v < 0 ? 0 : validation.xs()[v]);
        double trainingTop = t < 0 ? Double.NaN : training.ys()[t];
        double validationTop = v < 0 ? Double.NaN : validation.ys()[v];
        if (t >= 0 && v >= 0) {
            double[] spread = LossPlot.spread(new double[] {validationTop, trainingTop}, line, plot.height());
            return new Ends(Math.min(plot.width(), x), spread[1], spread[0], line);
        }
        return new Ends(Math.min(plot.width(), x), trainingTop, validationTop, line);
    }

    /** The step from which on the loss is no number; -1 where there is none, or it is out of sight. */
    public int diverged() {
        int first = history.size();
        while (first > 0 && !Double.isFinite(history.loss(first - 1))) {
            first--;
        }
        double x = first == history.size() ? -1 : plot.leftOf(first);
        return x >= 0 && x <= plot.width() ? first : -1;
    }

    /** What is said where the loss is no number any more. */
    public String divergedWords(int index) {
        return "no number from step " + Numbers.count((long) history.step(index));
    }

    private static int lastFinite(LossPlot.Line line) {
        for (int i = line.size() - 1; i >= 0; i--) {
            if (Double.isFinite(line.ys()[i])) {
                return i;
            }
        }
        return -1;
    }
}
