package dev.patchbook.chart;

import dev.patchbook.chart.Svg.Paint;
import java.util.List;

/** One line over the steps of a run as a small SVG chart, on a linear scale from zero. */
public final class LineSvg {
    private static final double TOP = 8;
    private static final double BOTTOM = 28;
    private static final double RIGHT = 84;

    private LineSvg() {}

    /**
     * The drawing.
     *
     * @param steps ascending
     * @param values as many, not negative; one that is not finite breaks the line
     * @param end last step of the axis
     * @param width of all, pixels
     * @param height of all, pixels
     * @param words what a screen reader says
     */
    public static String draw(double[] steps, double[] values, double end, double width, double height, String words) {
        double most = 0;
        for (double value : values) {
            most = Double.isFinite(value) ? Math.max(most, value) : most;
        }
        Scale x = new LinearScale(new Range(0, Math.max(1, end)));
        Scale y = LinearScale.nice(new Range(0, most > 0 ? most : 1), 3);
        List<Tick> levels = y.ticks(3);
        double left = 12;
        for (Tick tick : levels) {
            left = Math.max(left, Math.ceil(Svg.width(tick.label())) + 12);
        }
        double plotWidth = Math.max(40, width - left - RIGHT);
        double plotHeight = height - TOP - BOTTOM;
        Svg svg = Svg.begin(width, height, words);
        for (Tick tick : levels) {
            double top = TOP + (1 - y.position(tick.value())) * plotHeight;
            svg.line(left, top, left + plotWidth, top, Paint.GRID);
            svg.text(tick.label(), left - 8, top, "end", Paint.MUTED);
        }
        double free = Double.NEGATIVE_INFINITY;
        for (Tick tick : x.ticks((int) Math.max(2, plotWidth / 72))) {
            double middle = left + x.position(tick.value()) * plotWidth;
            double half = Svg.width(tick.label()) / 2;
            if (middle - half > free) {
                svg.text(tick.label(), middle, TOP + plotHeight + 16, "middle", Paint.MUTED);
                free = middle + half + 8;
            }
        }
        svg.text("step", width - 4, TOP + plotHeight + 16, "end", Paint.MUTED);
        int[] kept = MinMax.indices(steps, values, 0, steps.length, x.domain(), (int) plotWidth);
        double[] lefts = new double[kept.length];
        double[] tops = new double[kept.length];
        for (int i = 0; i < kept.length; i++) {
            lefts[i] = x.position(steps[kept[i]]) * plotWidth;
            tops[i] = (1 - y.position(values[kept[i]])) * plotHeight;
        }
        return svg.path(new LossPlot.Line(lefts, tops), left, TOP, Paint.TRAINING)
                .close();
    }
}
