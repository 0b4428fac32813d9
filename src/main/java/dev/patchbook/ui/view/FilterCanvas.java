package dev.patchbook.ui.view;

import dev.patchbook.base.TensorView;
import dev.patchbook.chart.HeatMap;
import java.util.ArrayList;
import java.util.List;
import java.util.function.IntConsumer;
import java.util.function.IntFunction;
import javafx.scene.AccessibleRole;
import javafx.scene.canvas.GraphicsContext;
import javafx.scene.image.Image;
import javafx.scene.input.KeyEvent;

/** Filters of a patch projection as small pictures, grey where a weight is zero. A click or the arrow keys choose one. */
final class FilterCanvas extends SteadyCanvas {
    private static final double LARGEST = 32;
    private static final double GAP = 3;
    private static final int COLUMNS = 8;

    private List<Image> images = List.of();
    private int chosen;
    private IntConsumer onChosen = index -> {};
    private IntFunction<String> spoken = index -> "";

    FilterCanvas() {
        super("filter-canvas");
        setFocusTraversable(true);
        setAccessibleRole(AccessibleRole.IMAGE_VIEW);
        setMinWidth(COLUMNS * (8 + GAP));
        setOnMousePressed(e -> {
            requestFocus();
            int index = (int) (e.getY() / stride(getWidth())) * COLUMNS + (int) (e.getX() / stride(getWidth()));
            if (e.getX() < COLUMNS * stride(getWidth()) && index < images.size()) {
                choose(index);
            }
        });
        setOnKeyPressed(this::key);
    }

    /** Filters [n, 3, P, P], each stretched to its own largest weight. */
    void show(TensorView filters) {
        List<Image> all = new ArrayList<>();
        for (int i = 0; i < filters.shape()[0]; i++) {
            all.add(Views.image(HeatMap.filter(filters.slice(i))));
        }
        images = all;
        chosen = Math.max(0, Math.min(chosen, all.size() - 1));
        requestLayout();
        redraw();
        say(spoken.apply(chosen));
    }

    void onChosen(IntConsumer listener) {
        onChosen = listener;
    }

    /** What a screen reader says of a filter. */
    void setSpoken(IntFunction<String> words) {
        spoken = words;
        say(words.apply(chosen));
    }

    int chosen() {
        return chosen;
    }

    private void choose(int index) {
        chosen = index;
        redraw();
        say(spoken.apply(index));
        onChosen.accept(index);
    }

    private double stride(double width) {
        return Math.min(LARGEST + GAP, Math.max(8 + GAP, Math.floor(width / COLUMNS)));
    }

    @Override
    protected double computePrefWidth(double height) {
        return COLUMNS * (LARGEST + GAP);
    }

    @Override
    protected double computePrefHeight(double width) {
        int rows = (images.size() + COLUMNS - 1) / COLUMNS;
        return Math.max(1, rows) * stride(width < 0 ? prefWidth(-1) : width);
    }

    @Override
    protected double computeMaxWidth(double height) {
        return computePrefWidth(height);
    }

    @Override
    protected void draw(GraphicsContext g, double width, double height) {
        double stride = stride(width);
        for (int i = 0; i < images.size(); i++) {
            double x = i % COLUMNS * stride;
            double y = (double) (i / COLUMNS) * stride;
            g.setImageSmoothing(images.get(i).getWidth() > stride - GAP);
            g.drawImage(images.get(i), x, y, stride - GAP, stride - GAP);
            if (i == chosen) {
                g.setStroke(ink.color(Ink.Kind.ACCENT));
                g.setLineWidth(2);
                g.strokeRect(x, y, stride - GAP, stride - GAP);
            }
        }
    }

    private void key(KeyEvent e) {
        int last = images.size() - 1;
        int next = switch (e.getCode()) {
            case LEFT -> chosen - 1;
            case RIGHT -> chosen + 1;
            case UP -> chosen - COLUMNS;
            case DOWN -> chosen + COLUMNS;
            case HOME -> 0;
            case END -> last;
            default -> Integer.MIN_VALUE;
        };
        if (next != Integer.MIN_VALUE && last >= 0) {
            if (next >= 0 && next <= last) {
                choose(next);
            }
            e.consume();
        }
    }
}
