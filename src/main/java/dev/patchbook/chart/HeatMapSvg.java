package dev.patchbook.chart;

import dev.patchbook.base.Picture;
import dev.patchbook.chart.Surface.Align;
import java.util.List;

/** A map of numbers as SVG: squares, the names of rows and columns where there are few, and what the colours stand for. */
public final class HeatMapSvg {
    private static final double BAR = 12;
    private static final double BAR_ROOM = 64;
    private static final int BAR_STEPS = 64;
    private static final double READABLE = 11;
    private static final double HALF_LETTER = 6;

    private HeatMapSvg() {}

    /**
     * The drawing.
     *
     * @param map one pixel a number, as {@link HeatMap#of} gives it
     * @param names of rows and columns; empty: none are written
     * @param colors what the pixels were coloured with
     * @param range of values that the colours span
     * @param side of the map, pixels
     * @param words what a screen reader says
     */
    public static String draw(
            Picture map, List<String> names, ColorMap colors, Range range, double side, String words) {
        double cell = side / map.width();
        boolean named = !names.isEmpty() && cell >= READABLE;
        double margin = named ? 24 : 0;
        double height = cell * map.height();
        Svg svg = Svg.begin(margin + side + 16 + BAR_ROOM, margin + height + 8, words);
        for (int row = 0; row < map.height(); row++) {
            run(svg, map, row, margin, cell);
        }
        for (int i = 0; named && i < names.size(); i++) {
            double middle = margin + (i + 0.5) * cell;
            svg.text(names.get(i), margin - 5, middle, Align.RIGHT, Paint.MUTED);
            svg.text(names.get(i), middle, margin - 9, Align.MIDDLE, Paint.MUTED);
        }
        bar(svg, colors, new LinearScale(range), margin + side + 16, margin, Math.max(48, height));
        return svg.close();
    }

    /** A row of squares, neighbours of one colour as one. */
    private static void run(Svg svg, Picture map, int row, double margin, double cell) {
        int column = 0;
        while (column < map.width()) {
            int color = map.argb()[row * map.width() + column];
            int end = column + 1;
            while (end < map.width() && map.argb()[row * map.width() + end] == color) {
                end++;
            }
            if (color >>> 24 != 0) {
                svg.rectangle(margin + column * cell, margin + row * cell, (end - column) * cell, cell, color);
            }
            column = end;
        }
    }

    private static void bar(Svg svg, ColorMap colors, LinearScale scale, double x, double top, double height) {
        for (int i = 0; i < BAR_STEPS; i++) {
            double step = height / BAR_STEPS;
            svg.rectangle(x, top + i * step, BAR, step + 0.5, colors.argb(1 - i / (BAR_STEPS - 1.0)));
        }
        for (Tick tick : scale.atLeastTwo((int) Math.max(2, Math.min(6, height / 28)))) {
            double y = top + (1 - scale.position(tick.value())) * height;
            svg.line(x + BAR, y, x + BAR + 3, y, Pen.of(Paint.MUTED, 1));
            svg.text(tick.label(), x + BAR + 6, Math.max(HALF_LETTER, y), Align.LEFT, Paint.MUTED);
        }
    }
}
