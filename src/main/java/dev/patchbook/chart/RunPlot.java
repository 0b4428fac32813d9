package dev.patchbook.chart;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/**
 * A chart of one run or several worked out for so many pixels: the strips below each other, the horizontal scale they
 * share, and the room for words around them.
 */
public final class RunPlot {
    private static final double TOP = 12;
    private static final double TICK_ROOM = 72;
    private static final double LEAST_LOSS = 7.5; // heights in lines of words
    private static final double USUAL_LOSS = 15;
    private static final double LOW = 3.5;
    private static final double HIGH = 5;
    /** Room for a marker before a label, and for what folds a strip before its title. */
    static final double SIGN = 14;

    private static final double WIDEST_LABEL = 0.34;

    private final List<RunSeries> runs;
    private final ChartOptions options;
    private final Surface letters;
    private final List<Part> parts = new ArrayList<>();
    private final Range shown;
    private final double left;
    private final double width;
    private final double labels;

    /**
     * A strip in its place.
     *
     * @param strip which
     * @param top of the line with its title
     * @param plot empty where it is folded
     */
    public record Part(Strip strip, double top, Optional<StripPlot> plot) {}

    /** Works out a chart for so many pixels; the surface says how wide words are. */
    public RunPlot(List<RunSeries> runs, ChartOptions options, double width, double height, Surface letters) {
        this.runs = List.copyOf(runs);
        this.options = options;
        this.letters = letters;
        this.shown = shown(runs, options);
        place(height);
        double side = 0;
        for (Part part : parts) {
            for (Tick tick : part.plot().map(StripPlot::levels).orElse(List.of())) {
                side = Math.max(side, letters.width(tick.label()));
            }
        }
        this.left = Math.ceil(side / 4) * 4 + 12;
        this.labels = Math.min(labelWidth(), width * WIDEST_LABEL);
        this.width = Math.max(1, Math.floor(width - left - labels - 12));
    }

    /** The height at which the loss is as tall as it should be. */
    public static double usualHeight(List<RunSeries> runs, ChartOptions options, double line) {
        double height = TOP + USUAL_LOSS * line + bottom(line);
        for (Strip strip : strips(runs, Difference.of(runs))) {
            height += below(strip, options, line);
        }
        return Math.ceil(height);
    }

    private static double bottom(double line) {
        return Math.max(28, Math.ceil(line * 1.4 + 6));
    }

    private static double title(double line) {
        return line + 6;
    }

    private static double below(Strip strip, ChartOptions options, double line) {
        double body = strip == Strip.UPDATE_RATIO || strip == Strip.DIFFERENCE ? HIGH : LOW;
        return title(line) + (options.folded().contains(strip) ? 0 : Math.round(body * line) + 4);
    }

    /** The strips below the loss that have something to show. */
    private static List<Strip> strips(List<RunSeries> runs, List<RunSeries> difference) {
        List<Strip> all = new ArrayList<>();
        for (Strip strip : Strip.values()) {
            List<RunSeries> from = strip == Strip.DIFFERENCE ? difference : runs;
            if (strip != Strip.LOSS
                    && from.stream().anyMatch(run -> !run.keys(strip).isEmpty())) {
                all.add(strip);
            }
        }
        return all;
    }

    private void place(double height) {
        double line = letters.lineHeight();
        List<RunSeries> difference = Difference.of(runs);
        List<Strip> strips = strips(runs, difference);
        double rest = height - TOP - bottom(line);
        for (Strip strip : strips) {
            rest -= below(strip, options, line);
        }
        double loss = Math.max(LEAST_LOSS * line, Math.floor(rest));
        parts.add(new Part(Strip.LOSS, 0, Optional.of(new StripPlot(Strip.LOSS, runs, options, shown, TOP, loss))));
        double y = TOP + loss;
        for (Strip strip : strips) {
            double room = below(strip, options, line);
            List<RunSeries> from = strip == Strip.DIFFERENCE ? difference : runs;
            double body = room - title(line) - 4;
            parts.add(new Part(
                    strip,
                    y,
                    options.folded().contains(strip)
                            ? Optional.empty()
                            : Optional.of(new StripPlot(strip, from, options, shown, y + title(line), body))));
            y += room;
        }
    }

    private double labelWidth() {
        double widest = letters.width("validation");
        for (Part part : parts) {
            for (Curve curve : part.plot().map(StripPlot::curves).orElse(List.of())) {
                widest = Math.max(widest, letters.width(curve.label()) + SIGN);
            }
        }
        return Math.ceil(widest);
    }

    /** What of the horizontal axis is shown: all there is, unless a part is chosen. */
    public static Range shown(List<RunSeries> runs, ChartOptions options) {
        if (options.zoom() != null) {
            return options.zoom();
        }
        double end = 0;
        for (RunSeries run : runs) {
            end = Math.max(end, run.end(options.axis()));
        }
        if (options.axis() != Axis.TIME && !runs.isEmpty()) {
            double unit = runs.get(0).unit(options.axis());
            end = Math.max(end, unit > 0 ? options.total() / unit : 0);
        }
        return new Range(0, end > 0 ? end : 1);
    }

    /** The runs, the first of which is the chart's own. */
    public List<RunSeries> runs() {
        return runs;
    }

    /** How they are shown. */
    public ChartOptions options() {
        return options;
    }

    /** What is written above a strip. */
    String title(Part part) {
        String unit = part.strip().unit();
        return (part.strip() == Strip.DIFFERENCE
                        ? runs.get(0).name() + " − " + runs.get(1).name()
                        : part.strip().title())
                + (unit.isEmpty() ? "" : ", " + unit);
    }

    /** Where the title of a strip ends. */
    public double afterTitle(Part part) {
        return left + SIGN + letters.width(title(part)) + 8;
    }

    /** The strips from above, the loss first. */
    public List<Part> parts() {
        return parts;
    }

    /** Those that are open. */
    public List<StripPlot> plots() {
        return parts.stream().flatMap(part -> part.plot().stream()).toList();
    }

    /** What of the horizontal axis is shown. */
    public Range shown() {
        return shown;
    }

    /** Left edge of the plots. */
    public double left() {
        return left;
    }

    /** Width of the plots. */
    public double width() {
        return width;
    }

    /** Room for a label beside the plots. */
    double labels() {
        return labels;
    }

    /** Lower edge of the plots. */
    public double bottom() {
        Part last = parts.get(parts.size() - 1);
        return last.plot().map(plot -> plot.top() + plot.height()).orElse(last.top() + title(letters.lineHeight()));
    }

    /** Height of a line of words. */
    public double lineHeight() {
        return letters.lineHeight();
    }

    /** Pixels from the left of a place on the horizontal axis. */
    public double leftOf(double x) {
        return left + shown.share(x) * width;
    }

    /** The place on the horizontal axis at so many pixels from the left, within what is shown. */
    public double at(double pixel) {
        return shown.at(Math.max(0, Math.min(1, (pixel - left) / width)));
    }

    /** The labels of the horizontal axis, as many as stand beside each other without touching. */
    List<Tick> below() {
        int most = (int) Math.max(3, width / TICK_ROOM);
        List<Tick> all = new ArrayList<>();
        double free = Double.NEGATIVE_INFINITY;
        for (Tick tick : options.axis() == Axis.TIME ? TimeTicks.of(shown, most) : new LinearScale(shown).ticks(most)) {
            double x = leftOf(tick.value());
            double half = letters.width(tick.label()) / 2;
            if (x - half > free) {
                all.add(tick);
                free = x + half + 8;
            }
        }
        return all;
    }

    /**
     * Heights moved apart so that labels do not overlap: each at least {@code apart} from the next, all within the plot, as
     * near to where they were as their order allows.
     */
    static double[] spread(double[] wanted, double apart, double height) {
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
}
