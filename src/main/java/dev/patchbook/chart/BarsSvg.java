package dev.patchbook.chart;

import dev.patchbook.chart.Surface.Align;
import java.util.List;

/** Bars as SVG: side by side over their labels, or one beneath the other beside them. */
public final class BarsSvg {
    private static final double TOP = 20;
    private static final double BOTTOM = 24;
    private static final double ROW = 18;
    private static final double RIGHT = 64;

    private BarsSvg() {}

    /**
     * Bars side by side, their counts on an axis.
     *
     * @param width of all, pixels
     * @param height of all, pixels
     */
    public static String columns(Bars bars, double width, double height) {
        Svg svg = Svg.begin(width, height, bars.spoken());
        Scale counts = LinearScale.nice(new Range(0, bars.most()), 4);
        double left = 12;
        for (Tick tick : counts.ticks(4)) {
            left = Math.max(left, Math.ceil(svg.width(tick.label())) + 12);
        }
        double plot = height - TOP - BOTTOM;
        for (Tick tick : counts.ticks(4)) {
            double y = TOP + (1 - counts.position(tick.value())) * plot;
            svg.line(left, y, width - 4, y, Pen.of(Paint.GRID, 1));
            svg.text(tick.label(), left - 8, y, Align.RIGHT, Paint.MUTED);
        }
        double step = (width - 4 - left) / Math.max(1, bars.bars().size());
        double free = Double.NEGATIVE_INFINITY;
        for (int i = 0; i < bars.bars().size(); i++) {
            Bars.Bar bar = bars.bars().get(i);
            double x = left + i * step;
            double length = counts.position(bar.count()) * plot;
            svg.band(x + step * 0.08, TOP + plot - length, step * 0.84, length, paint(bar));
            double half = svg.width(bar.label()) / 2;
            if (x + step / 2 - half > free) {
                svg.text(bar.label(), x + step / 2, TOP + plot + 14, Align.MIDDLE, Paint.MUTED);
                free = x + step / 2 + half + 8;
            }
        }
        if (bars.limit() >= 0 && bars.limit() <= bars.bars().size()) {
            double x = left + bars.limit() * step;
            boolean before = x + svg.width(bars.limitLabel()) > width;
            svg.line(x, TOP - 4, x, TOP + plot, Pen.of(Paint.VALIDATION, 1.75).dashed(List.of(5.0, 4.0)));
            svg.text(
                    bars.limitLabel(),
                    before ? x - 4 : x + 4,
                    TOP - 10,
                    before ? Align.RIGHT : Align.LEFT,
                    Paint.VALIDATION);
        }
        return svg.close();
    }

    /**
     * Bars beneath each other, their labels before and their counts behind them.
     *
     * @param most bars at most, the first ones
     * @param width of all, pixels
     */
    public static String rows(Bars bars, int most, double width) {
        List<Bars.Bar> shown = bars.bars().subList(0, Math.min(most, bars.bars().size()));
        Svg svg = Svg.begin(width, Math.max(1, shown.size()) * ROW + 8, bars.spoken());
        double left = 24;
        for (Bars.Bar bar : shown) {
            left = Math.max(left, Math.min(width / 3, svg.width(label(bar)) + 8));
        }
        double room = Math.max(1, width - left - RIGHT);
        for (int i = 0; i < shown.size(); i++) {
            Bars.Bar bar = shown.get(i);
            double middle = 4 + (i + 0.5) * ROW;
            double length = Math.max(1, room * bar.count() / bars.most());
            svg.text(label(bar), left - 8, middle, Align.RIGHT, bar.note().isEmpty() ? Paint.MUTED : Paint.VALIDATION);
            svg.band(left, middle - 5, length, 10, paint(bar));
            svg.text(Numbers.count(bar.count()), left + length + 6, middle, Align.LEFT, Paint.MUTED);
        }
        return svg.close();
    }

    /** A bar's label; one that is set apart says so without colour too. */
    private static String label(Bars.Bar bar) {
        return bar.note().isEmpty() ? bar.label() : "▲ " + bar.label();
    }

    private static Paint paint(Bars.Bar bar) {
        return bar.note().isEmpty() ? Paint.TRAINING : Paint.VALIDATION;
    }
}
