package dev.patchbook.ui.view;

import dev.patchbook.chart.Bars;
import dev.patchbook.chart.LinearScale;
import dev.patchbook.chart.Range;
import dev.patchbook.chart.Scale;
import dev.patchbook.chart.Tick;
import dev.patchbook.ui.view.Ink.Kind;
import javafx.scene.canvas.GraphicsContext;
import javafx.scene.input.KeyEvent;
import javafx.scene.text.TextAlignment;

/** Bars side by side, their counts on an axis, with a line between them where there is a limit. */
public final class BarColumns extends BarsView {
    private static final int TICKS = 4;
    private static final double PLOT = 128;

    /** No bars yet. */
    public BarColumns() {
        super("bar-columns");
    }

    private Scale counts() {
        return LinearScale.nice(new Range(0, bars().most()), TICKS);
    }

    private double line() {
        return Math.ceil(Measure.height(ink.font(Kind.MUTED)) * 1.2);
    }

    private double left() {
        double widest = 0;
        for (Tick tick : counts().ticks(TICKS)) {
            widest = Math.max(widest, width(Kind.MUTED, tick.label()));
        }
        return Math.ceil(widest) + 10;
    }

    private double step() {
        return Math.max(1, getWidth() - left() - 2) / Math.max(1, size());
    }

    @Override
    protected double computePrefWidth(double height) {
        return 560;
    }

    @Override
    protected double computePrefHeight(double width) {
        return Math.ceil(size() == 0 ? line() : PLOT + 2 * line() + 8);
    }

    @Override
    int at(double x, double y) {
        int index = (int) Math.floor((x - left()) / step());
        return index >= 0 && index < size() ? index : -1;
    }

    @Override
    int next(KeyEvent e, int from) {
        return switch (e.getCode()) {
            case LEFT -> from - 1;
            case RIGHT -> from + 1;
            default -> Integer.MIN_VALUE; // up and down scroll the page
        };
    }

    @Override
    protected void draw(GraphicsContext g, double width, double height) {
        if (size() == 0) {
            write(g, Kind.MUTED, "nothing to count", 0, height / 2);
            return;
        }
        double left = left();
        double top = line() + 2;
        Scale counts = counts();
        g.setLineWidth(1);
        for (Tick tick : counts.ticks(TICKS)) {
            double y = sharp(top + (1 - counts.position(tick.value())) * PLOT);
            g.setStroke(ink.color(Kind.GRID));
            g.strokeLine(left, y, width, y);
            g.setTextAlign(TextAlignment.RIGHT);
            write(g, Kind.MUTED, tick.label(), left - 8, y);
        }
        columns(g, left, top, counts);
        limit(g, left, top, width);
        g.setTextAlign(TextAlignment.LEFT);
    }

    private void columns(GraphicsContext g, double left, double top, Scale counts) {
        double step = step();
        double gap = Math.min(2, step * 0.15);
        double free = Double.NEGATIVE_INFINITY;
        g.setTextAlign(TextAlignment.CENTER);
        for (int i = 0; i < size(); i++) {
            Bars.Bar bar = bars().bars().get(i);
            double x = left + i * step;
            double length = counts.position(bar.count()) * PLOT;
            g.setFill(ink.color(ink(bar)));
            g.fillRect(x + gap / 2, top + PLOT - length, step - gap, bar.count() > 0 ? Math.max(1, length) : 0);
            if (i == current()) {
                g.setStroke(ink.color(Kind.TEXT));
                g.strokeRect(sharp(x), sharp(top), Math.max(2, Math.floor(step) - 1), PLOT);
            }
            double half = width(Kind.MUTED, bar.label()) / 2;
            if (x + step / 2 - half > free) {
                write(g, Kind.MUTED, bar.label(), x + step / 2, top + PLOT + line() / 2 + 3);
                free = x + step / 2 + half + 8;
            }
        }
    }

    private void limit(GraphicsContext g, double left, double top, double width) {
        double x = sharp(left + bars().limit() * step());
        if (!(bars().limit() >= 0) || x > width) {
            return;
        }
        g.setStroke(ink.color(Kind.ORANGE));
        g.setLineDashes(5, 4);
        g.setLineWidth(1.5);
        g.strokeLine(x, top - 4, x, top + PLOT);
        g.setLineDashes();
        boolean before = x + 6 + width(Kind.ORANGE, bars().limitLabel()) > width;
        g.setTextAlign(before ? TextAlignment.RIGHT : TextAlignment.LEFT);
        write(g, Kind.ORANGE, bars().limitLabel(), before ? x - 6 : x + 6, top - line() / 2);
    }
}
