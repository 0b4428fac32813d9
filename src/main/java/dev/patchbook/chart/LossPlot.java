package dev.patchbook.chart;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * A loss chart worked out for a plot of some pixels: scales, ticks, lines reduced to what can be seen, and where the labels
 * at the lines' ends go. Pixels count from the plot's upper left corner.
 */
public final class LossPlot {
    private static final double LEVEL_HEIGHT = 32;

    private final LossHistory history;
    private final LossOptions options;
    private final double width;
    private final double height;
    private final Scale x;
    private final Scale y;

    /** Works out the chart of a run for a plot of so many pixels. */
    public LossPlot(LossHistory history, LossOptions options, double width, double height) {
        this.history = history;
        this.options = options;
        this.width = width;
        this.height = height;
        this.x = new LinearScale(horizontal());
        this.y = vertical();
    }

    /**
     * A line in pixels, in the order drawn; a value that is not finite breaks it.
     *
     * @param xs horizontal places
     * @param ys vertical places, as many
     */
    public record Line(double[] xs, double[] ys) {
        /** Number of points. */
        public int size() {
            return xs.length;
        }
    }

    /** Width in pixels. */
    public double width() {
        return width;
    }

    /** Height in pixels. */
    public double height() {
        return height;
    }

    /** The horizontal scale: steps or seconds. */
    public Scale x() {
        return x;
    }

    /** The vertical scale: nats. */
    public Scale y() {
        return y;
    }

    /** The losses written at the side: as many round ones as there is room for. */
    public List<Tick> levels() {
        return y.ticks(levelCount());
    }

    private int levelCount() {
        return (int) Math.max(2, height / LEVEL_HEIGHT);
    }

    /** The training losses as measured. */
    public Line raw() {
        return line(history.ys());
    }

    /** The training losses smoothed, or as measured where the smoothing is 0. Smoothed first, reduced afterwards. */
    public Line training() {
        return options.smoothing() == 0 ? raw() : line(smoothed());
    }

    /** The validation losses, all of them. */
    public Line validation() {
        int count = history.evaluations();
        double[] xs = new double[count];
        double[] ys = new double[count];
        for (int i = 0; i < count; i++) {
            xs[i] = left(history.validationXs(options.time())[i]);
            ys[i] = top(history.validationYs()[i]);
        }
        return new Line(xs, ys);
    }

    /** Losses of all steps, smoothed as the options say. */
    public double[] smoothed() {
        return Smoothing.exponential(history.ys(), history.size(), options.smoothing());
    }

    /** Pixels from the left of a step or second. */
    public double left(double value) {
        return x.position(value) * width;
    }

    /** Pixels from the top of a loss; NaN where it has no place. */
    public double top(double loss) {
        return (1 - y.position(loss)) * height;
    }

    /** Index of the step nearest to a horizontal place; -1 where there is none. */
    public int nearest(double left) {
        int count = history.size();
        if (count == 0) {
            return -1;
        }
        double[] xs = history.xs(options.time());
        double value = x.value(left / width);
        int found = Arrays.binarySearch(xs, 0, count, value);
        if (found >= 0) {
            return found;
        }
        int after = -found - 1;
        if (after == 0 || after == count) {
            return after == 0 ? 0 : count - 1;
        }
        return value - xs[after - 1] <= xs[after] - value ? after - 1 : after;
    }

    /** Pixels from the left of the i-th step. */
    public double leftOf(int index) {
        return left(history.xs(options.time())[index]);
    }

    /**
     * Heights moved apart so that labels do not overlap: each at least {@code apart} from the next, all within the plot, as
     * near to where they were as their order allows.
     */
    public static double[] spread(double[] wanted, double apart, double height) {
        Integer[] order = new Integer[wanted.length];
        Arrays.setAll(order, i -> i);
        Arrays.sort(order, (a, b) -> Double.compare(wanted[a], wanted[b]));
        double[] placed = new double[wanted.length];
        double least = 0;
        for (int i : order) {
            placed[i] = Math.max(wanted[i], least);
            least = placed[i] + apart;
        }
        double most = height;
        for (int k = order.length - 1; k >= 0; k--) {
            placed[order[k]] = Math.min(placed[order[k]], most);
            most = placed[order[k]] - apart;
        }
        return placed;
    }

    private Line line(double[] values) {
        double[] xs = history.xs(options.time());
        Range shown = x.domain();
        int from = Math.max(0, firstAtLeast(xs, shown.min()) - 1);
        int to = Math.min(history.size(), firstAtLeast(xs, shown.max()) + 1);
        if (to <= from) {
            return new Line(new double[0], new double[0]);
        }
        int columns = (int) Math.max(1, Math.round(width));
        int[] kept = MinMax.indices(xs, values, from, to, shown, columns);
        double[] lefts = new double[kept.length];
        double[] tops = new double[kept.length];
        for (int i = 0; i < kept.length; i++) {
            lefts[i] = left(xs[kept[i]]);
            tops[i] = top(values[kept[i]]);
        }
        return new Line(lefts, tops);
    }

    private int firstAtLeast(double[] xs, double value) {
        int found = Arrays.binarySearch(xs, 0, history.size(), value);
        return found >= 0 ? found : -found - 1;
    }

    private Range horizontal() {
        if (options.zoom() != null) {
            return options.zoom();
        }
        int last = history.size() - 1;
        double end = last < 0 ? 0 : history.xs(options.time())[last];
        if (!options.time()) {
            end = Math.max(end, options.total());
        }
        int evaluations = history.evaluations();
        if (evaluations > 0) {
            end = Math.max(end, history.validationXs(options.time())[evaluations - 1]);
        }
        return new Range(0, end > 0 ? end : 1);
    }

    private Scale vertical() {
        List<double[]> bounds = new ArrayList<>();
        bounds.add(bounds(history.xs(options.time()), history.ys(), history.size()));
        bounds.add(bounds(history.validationXs(options.time()), history.validationYs(), history.evaluations()));
        double min = Math.min(bounds.get(0)[0], bounds.get(1)[0]);
        double max = Math.max(bounds.get(0)[1], bounds.get(1)[1]);
        boolean empty = min > max;
        if (options.log()) {
            return LogScale.nice(empty ? new Range(0.1, 10) : new Range(min, max));
        }
        return LinearScale.nice(empty ? Range.UNIT : new Range(Math.min(0, min), Math.max(max, 1e-9)), levelCount());
    }

    private double[] bounds(double[] xs, double[] ys, int count) {
        double min = Double.POSITIVE_INFINITY;
        double max = Double.NEGATIVE_INFINITY;
        Range shown = x.domain();
        for (int i = 0; i < count; i++) {
            boolean placed = Double.isFinite(ys[i]) && (!options.log() || ys[i] > 0);
            if (placed && xs[i] >= shown.min() && xs[i] <= shown.max()) {
                min = Math.min(min, ys[i]);
                max = Math.max(max, ys[i]);
            }
        }
        return new double[] {min, max};
    }
}
