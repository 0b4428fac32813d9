package dev.patchbook.ui.view;

import dev.patchbook.chart.Bars;
import dev.patchbook.chart.Numbers;
import dev.patchbook.ui.view.Ink.Kind;
import javafx.scene.canvas.GraphicsContext;
import javafx.scene.input.KeyEvent;
import javafx.scene.text.TextAlignment;

/** Bars beneath each other between their label and their count, in as many columns as there is room for. */
public final class BarRows extends BarsView {
    private static final double GAP = 24;
    private static final double LEAST = 150;
    private static final double MOST_LABEL = 0.5;

    /** No bars yet. */
    public BarRows() {
        super("bar-rows");
    }

    private double line() {
        return Math.max(20, Math.ceil(Measure.height(ink.font(Kind.MONO)) * 1.25));
    }

    private int columns(double width) {
        double scale = Measure.height(ink.font(Kind.MUTED)) / 15;
        int fit = (int) Math.max(1, (width + GAP) / (LEAST * Math.max(1, scale) + GAP));
        return Math.max(1, Math.min(fit, size()));
    }

    private int rows(double width) {
        return Math.max(1, (size() + columns(width) - 1) / columns(width));
    }

    private double column(double width) {
        return (width - GAP * (columns(width) - 1)) / columns(width);
    }

    @Override
    protected double computePrefWidth(double height) {
        return 560;
    }

    @Override
    protected double computePrefHeight(double width) {
        return Math.ceil(rows(width < 0 ? prefWidth(-1) : width) * line());
    }

    @Override
    int at(double x, double y) {
        int row = (int) Math.floor(y / line());
        int column = (int) Math.floor(x / (column(getWidth()) + GAP));
        int index = column * rows(getWidth()) + row;
        boolean there = row >= 0 && row < rows(getWidth()) && column >= 0 && column < columns(getWidth());
        return there && index < size() ? index : -1;
    }

    @Override
    int next(KeyEvent e, int from) {
        int rows = rows(getWidth());
        return switch (e.getCode()) {
            case UP -> from - 1;
            case DOWN -> from + 1;
            case LEFT -> from - rows >= 0 ? from - rows : from;
            case RIGHT -> from < 0 ? 0 : from + rows < size() ? from + rows : from;
            default -> Integer.MIN_VALUE;
        };
    }

    @Override
    protected void draw(GraphicsContext g, double width, double height) {
        if (size() == 0) {
            write(g, Kind.MUTED, "nothing to count", 0, height / 2);
            return;
        }
        double column = column(width);
        double label = 0;
        double number = 0;
        for (Bars.Bar bar : bars().bars()) {
            label = Math.max(label, width(Kind.MONO, label(bar)));
            number = Math.max(number, width(Kind.MUTED, Numbers.count(bar.count())));
        }
        label = Math.min(label, (column - number) * MOST_LABEL) + 8;
        for (int i = 0; i < size(); i++) {
            double x = i / rows(width) * (column + GAP);
            double y = i % rows(width) * line();
            row(g, i, new double[] {x, y, label, Math.max(2, column - label - number - 8)});
        }
    }

    /** A label; one that is set apart says so without colour too. */
    private static String label(Bars.Bar bar) {
        return bar.note().isEmpty() ? bar.label() : "▲ " + bar.label();
    }

    /** At x and y, with so much room for the label and for the bar. */
    private void row(GraphicsContext g, int index, double[] place) {
        Bars.Bar bar = bars().bars().get(index);
        double middle = place[1] + line() / 2;
        double thick = Math.round(line() * 0.6);
        g.setTextAlign(TextAlignment.LEFT);
        Kind kind = bar.note().isEmpty() ? Kind.MONO : Kind.ORANGE;
        String label = Measure.fit(label(bar), ink.font(Kind.MONO), place[2] - 8);
        write(g, kind, ink.font(Kind.MONO), label, place[0], middle);
        double start = place[0] + place[2];
        double length = Math.max(1, place[3] * bar.count() / bars().most());
        g.setFill(ink.color(ink(bar)));
        g.fillRoundRect(start, Math.round(middle - thick / 2), length, thick, Math.min(4, length), 4);
        write(g, Kind.MUTED, Numbers.count(bar.count()), start + length + 6, middle);
        if (index == current()) {
            g.setStroke(ink.color(Kind.TEXT));
            g.setLineWidth(1);
            g.strokeRect(sharp(place[0] - 2), sharp(place[1]), Math.floor(column(getWidth())) + 2, line() - 1);
        }
    }
}
