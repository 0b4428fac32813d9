package dev.patchbook.chart;

import dev.patchbook.chart.Svg.Paint;
import java.util.List;

/** The loss chart as SVG: the same scales, ticks and reduced lines as the window draws. */
public final class LossSvg {
    private static final double TOP = 12;
    private static final double BOTTOM = 28;
    private static final double LABELS = 84;
    private static final double MARKER = 3;

    private final LossHistory history;
    private final LossOptions options;

    /** The chart of a run. */
    public LossSvg(LossHistory history, LossOptions options) {
        this.history = history;
        this.options = options;
    }

    /** The drawing at a size in pixels; a screen reader says the words. */
    public String draw(double width, double height, String words) {
        double plotHeight = height - TOP - BOTTOM;
        LossPlot rough = new LossPlot(history, options, 1, plotHeight);
        double left = 12;
        for (Tick tick : rough.levels()) {
            left = Math.max(left, Math.ceil(Svg.width(tick.label())) + 12);
        }
        double plotWidth = Math.max(40, width - left - LABELS);
        LossPlot plot = new LossPlot(history, options, plotWidth, plotHeight);
        Svg svg = Svg.begin(width, height, words);
        LossFrame frame = new LossFrame(history, options, plot);
        axes(svg, plot, frame, left);
        LossPlot.Line training = plot.training();
        if (options.smoothing() > 0) {
            svg.path(plot.raw(), left, TOP, Paint.RAW);
        }
        svg.path(training, left, TOP, Paint.TRAINING);
        LossPlot.Line validation = plot.validation();
        validation(svg, validation, left);
        labels(svg, frame, frame.ends(training, validation), left, width - 4);
        return svg.close();
    }

    private void axes(Svg svg, LossPlot plot, LossFrame frame, double left) {
        double floor = TOP + plot.height();
        svg.line(left, floor, left + plot.width(), floor, Paint.GRID);
        for (Tick tick : history.size() == 0 ? List.<Tick>of() : plot.levels()) {
            double y = TOP + plot.top(tick.value());
            svg.line(left, y, left + plot.width(), y, Paint.GRID);
            svg.text(tick.label(), left - 8, y, "end", Paint.MUTED);
        }
        for (LossFrame.Below tick : frame.below(Svg::width)) {
            svg.text(tick.label(), left + tick.left(), floor + 16, "middle", Paint.MUTED);
        }
        svg.text(frame.unit(), left + plot.width() + LABELS - 4, floor + 16, "end", Paint.MUTED);
    }

    private static void validation(Svg svg, LossPlot.Line line, double left) {
        svg.path(line, left, TOP, Paint.VALIDATION);
        double free = Double.NEGATIVE_INFINITY;
        for (int i = 0; i < line.size(); i++) {
            double x = line.xs()[i];
            if (Double.isFinite(line.ys()[i]) && (x >= free || i == line.size() - 1)) {
                svg.ring(left + x, TOP + line.ys()[i], MARKER, Paint.MARK);
                free = x + 4 * MARKER;
            }
        }
    }

    private void labels(Svg svg, LossFrame frame, LossFrame.Ends ends, double left, double right) {
        double x = left + ends.left() + 8;
        if (!Double.isNaN(ends.training())) {
            svg.text("training", x, TOP + ends.training(), "start", Paint.TRAINING);
        }
        if (!Double.isNaN(ends.validation())) {
            svg.text("validation", x, TOP + ends.validation(), "start", Paint.VALIDATION);
        }
        int first = frame.diverged();
        if (first >= 0) {
            svg.text(frame.divergedWords(first), left + 4, TOP + 8, "start", Paint.DANGER);
        } else if (history.size() > 0 && ends.cornerFree()) {
            svg.text("nats", right, TOP, "end", Paint.MUTED);
        }
    }
}
