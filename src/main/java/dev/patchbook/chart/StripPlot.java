package dev.patchbook.chart;

import java.util.List;

/**
 * A strip of a chart worked out: its vertical scale and its lines, reduced to what can be seen. Smoothing is worked out on
 * all that was measured, and the reduction comes after; a zoom reads what was measured again.
 */
public final class StripPlot {
    private static final double LEVEL_HEIGHT = 32;
    private static final Range HEALTHY = new Range(-4, -2); // always in sight: powers of ten

    private final Strip strip;
    private final List<Curve> curves;
    private final ChartOptions options;
    private final Range shown;
    private final double top;
    private final double height;
    private final Scale y;

    StripPlot(Strip strip, List<RunSeries> runs, ChartOptions options, Range shown, double top, double height) {
        this.strip = strip;
        this.curves = Curve.of(strip, runs);
        this.options = options;
        this.shown = shown;
        this.top = top;
        this.height = height;
        this.y = vertical();
    }

    /** Which it is. */
    public Strip strip() {
        return strip;
    }

    /** Its upper edge in the chart. */
    public double top() {
        return top;
    }

    /** Its height. */
    public double height() {
        return height;
    }

    /** Its vertical scale. */
    public Scale y() {
        return y;
    }

    List<Curve> curves() {
        return curves;
    }

    /** Whether a curve is smoothed: the losses of every step alone. */
    boolean smooth(Curve curve) {
        return options.smoothing() > 0
                && (curve.key().equals(SeriesKey.TRAINING) || curve.key().equals(Difference.TRAINING));
    }

    /** The values written at the side: as many round ones as there is room for. */
    List<Tick> levels() {
        return y.ticks((int) Math.max(3, height / LEVEL_HEIGHT));
    }

    /** Height of a value in pixels from the strip's upper edge; NaN where it has no place. */
    double topOf(double value) {
        return (1 - y.position(value)) * height;
    }

    /** A curve as measured, for a plot so many pixels wide. */
    Line raw(Curve curve, double width) {
        return line(curve, curve.series().values(), width);
    }

    /** A curve smoothed. */
    Line smoothed(Curve curve, double width) {
        return line(curve, smoothed(curve), width);
    }

    private double[] smoothed(Curve curve) {
        Series series = curve.series();
        return Smoothing.exponential(series.values(), series.size(), options.smoothing());
    }

    /** Whether a curve is seen as measured, too, behind the smoothed one; a difference would be lost in its own noise. */
    boolean behind(Curve curve) {
        return smooth(curve) && strip != Strip.DIFFERENCE;
    }

    private Line line(Curve curve, double[] values, double width) {
        Series series = curve.series();
        double[] xs = series.xs(options.axis());
        Range range = inUnits(curve.run());
        int from = series.firstAtLeast(xs, range.min());
        int to = series.firstAtLeast(xs, Math.nextUp(range.max()));
        int columns = (int) Math.max(1, Math.round(width));
        int[] kept = withNeighbours(MinMax.indices(xs, values, from, to, range, columns), from, to, series.size());
        double[] lefts = new double[kept.length];
        double[] tops = new double[kept.length];
        for (int i = 0; i < kept.length; i++) {
            lefts[i] = range.share(xs[kept[i]]) * width;
            tops[i] = topOf(values[kept[i]]);
        }
        return cut(new Line(lefts, tops), width);
    }

    /** With the points next to those shown: the line leads there. */
    private static int[] withNeighbours(int[] shown, int from, int to, int size) {
        int before = from > 0 ? 1 : 0;
        int after = to < size ? 1 : 0;
        int[] all = new int[before + shown.length + after];
        System.arraycopy(shown, 0, all, before, shown.length);
        if (before > 0) {
            all[0] = from - 1;
        }
        if (after > 0) {
            all[all.length - 1] = to;
        }
        return all;
    }

    /** The same line, from edge to edge of the plot: what leads out of it ends there. */
    private Line cut(Line line, double width) {
        int last = line.size() - 1;
        if (last > 0 && line.xs()[0] < 0) {
            edge(line, 0, 1, 0);
        }
        if (last > 0 && line.xs()[last] > width) {
            edge(line, last, last - 1, width);
        }
        boolean out = last == 0 && (line.xs()[0] < -0.5 || line.xs()[0] > width + 0.5);
        return out ? new Line(new double[0], new double[0]) : line;
    }

    private void edge(Line line, int outer, int inner, double at) {
        double share = (at - line.xs()[inner]) / (line.xs()[outer] - line.xs()[inner]);
        double along = line.ys()[inner] + share * (line.ys()[outer] - line.ys()[inner]);
        line.xs()[outer] = at;
        line.ys()[outer] = Double.isNaN(along) ? along : Math.max(0, Math.min(height, along));
    }

    /** What is shown of the horizontal axis, in steps or seconds of a run. */
    private Range inUnits(RunSeries run) {
        double unit = run.unit(options.axis());
        return new Range(shown.min() * unit, shown.max() * unit);
    }

    private Scale vertical() {
        boolean log = options.log() && (strip == Strip.LOSS || strip == Strip.GRADIENT_NORM);
        boolean ratio = strip == Strip.UPDATE_RATIO;
        double[] bounds = ratio
                ? new double[] {HEALTHY.min(), HEALTHY.max()}
                : new double[] {Double.POSITIVE_INFINITY, Double.NEGATIVE_INFINITY};
        for (Curve curve : curves) {
            widen(bounds, curve, log);
        }
        boolean empty = bounds[0] > bounds[1];
        if (log) {
            return LogScale.nice(empty ? new Range(0.1, 10) : new Range(bounds[0], bounds[1]));
        }
        if (!empty && !ratio) {
            bounds = new double[] {Math.min(0, bounds[0]), Math.max(0, bounds[1])};
        }
        Range range = empty ? Range.UNIT : new Range(bounds[0], bounds[1]);
        int most = (int) Math.max(3, height / LEVEL_HEIGHT);
        return LinearScale.nice(range.length() == 0 ? new Range(range.min(), range.min() + 1e-9) : range, most);
    }

    private void widen(double[] bounds, Curve curve, boolean log) {
        Series series = curve.series();
        double[] xs = series.xs(options.axis());
        double[] values = smooth(curve) && !behind(curve) ? smoothed(curve) : series.values();
        Range range = inUnits(curve.run());
        int to = series.firstAtLeast(xs, Math.nextUp(range.max()));
        for (int i = series.firstAtLeast(xs, range.min()); i < to; i++) {
            double value = values[i];
            if (Double.isFinite(value) && (!log || value > 0)) {
                bounds[0] = Math.min(bounds[0], value);
                bounds[1] = Math.max(bounds[1], value);
            }
        }
    }
}
