package dev.patchbook.ui.view;

import dev.patchbook.base.Picture;
import java.util.function.IntConsumer;
import java.util.function.IntFunction;
import javafx.geometry.Orientation;
import javafx.geometry.VPos;
import javafx.scene.AccessibleRole;
import javafx.scene.canvas.GraphicsContext;
import javafx.scene.image.Image;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.input.MouseEvent;
import javafx.scene.paint.Color;
import org.jspecify.annotations.Nullable;

/**
 * A square picture cut into patches, if wanted under a map of one colour a patch. Pointing previews a patch, a click or the
 * arrow keys choose one, Escape lets it go. Pixels and patches are drawn as squares, never smoothed.
 */
final class PatchCanvas extends CanvasView {
    private static final double LABELLED = 32;
    private final double side;
    private int grid = 1;
    private @Nullable Image picture;
    private @Nullable Image heat;
    private @Nullable Picture map;
    private double alpha = 1;
    private IntFunction<String> labels = index -> "";
    private IntFunction<String> spoken = index -> "";
    private IntConsumer onShown = index -> {};
    private IntConsumer onAct = index -> {};
    private int chosen = -1;
    private int hovered = -1;
    private int mark = -1;
    private int asked = -1;

    /** An empty canvas that would like to be so wide. */
    PatchCanvas(double side) {
        super("patch-canvas");
        this.side = side;
        setFocusTraversable(true);
        setAccessibleRole(AccessibleRole.IMAGE_VIEW);
        setMinSize(48, 48);
        setOnMouseMoved(e -> hover(at(e.getX(), e.getY())));
        setOnMouseExited(e -> hover(-1));
        setOnMousePressed(this::press);
        setOnKeyPressed(this::key);
    }

    /** The picture and the number of patches along its side; null: none. */
    void setPicture(@Nullable Image shown, int patches) {
        picture = shown;
        if (grid != patches) {
            grid = patches;
            chosen = -1;
            hovered = -1;
        }
        redraw();
    }

    /** One colour a patch, drawn over the picture as opaque as given; null: none. */
    void setHeat(@Nullable Picture shown, double opacity) {
        map = shown;
        heat = shown == null ? null : Views.image(shown);
        alpha = opacity;
        redraw();
    }

    /** The map, one pixel a patch; null: none. */
    @Nullable
    Picture heat() {
        return map;
    }

    /** How opaque the map is. */
    void setAlpha(double opacity) {
        alpha = opacity;
        redraw();
    }

    /** What is written into each patch where there is room. */
    void setLabels(IntFunction<String> words) {
        labels = words;
        redraw();
    }

    /** What a screen reader says of each patch; of the whole at -1. */
    void setSpoken(IntFunction<String> words) {
        spoken = words;
        say(words.apply(shown()));
    }

    /** Called with the patch shown, -1 for none, whenever another is pointed at or chosen. */
    void onShown(IntConsumer listener) {
        onShown = listener;
    }

    /** Called with the patch that is clicked, or chosen when Space or Enter is pressed. */
    void onAct(IntConsumer listener) {
        onAct = listener;
    }

    /** The patch pointed at, else the one chosen; -1: none. */
    int shown() {
        return hovered >= 0 ? hovered : chosen;
    }

    /** The patch pointed at; -1: none. */
    int hovered() {
        return hovered;
    }

    /** The patch chosen; -1: none. */
    int chosen() {
        return chosen;
    }

    /** Chooses a patch; -1: none. */
    void choose(int index) {
        int next = index >= 0 && index < grid * grid ? index : -1;
        if (next != chosen) {
            change(() -> chosen = next);
        }
    }

    /** Marks a patch that is pointed at elsewhere; -1: none. */
    void mark(int index) {
        if (mark != index) {
            mark = index;
            redraw();
        }
    }

    /** Marks, with a ring, the patch that a map is asked about; -1: none. */
    void ask(int index) {
        asked = index;
        redraw();
    }

    @Override
    public Orientation getContentBias() {
        return Orientation.HORIZONTAL;
    }

    @Override
    protected double computePrefWidth(double height) {
        return side;
    }

    @Override
    protected double computePrefHeight(double width) {
        return width < 0 ? side : Math.min(side, width);
    }

    @Override
    protected double computeMaxHeight(double width) {
        return computePrefHeight(width);
    }

    @Override
    protected double computeMaxWidth(double height) {
        return side;
    }

    /** Side of a patch in whole pixels of the window, so that all are equal. */
    double cell() {
        return Math.max(1, Math.floor(Math.min(getWidth(), getHeight()) / grid));
    }

    @Override
    protected void draw(GraphicsContext g, double width, double height) {
        double cell = cell();
        double whole = cell * grid;
        if (picture != null) {
            g.setImageSmoothing(picture.getWidth() > whole);
            g.drawImage(picture, 0, 0, whole, whole);
        } else if (heat == null) {
            g.setFill(ink.color(Ink.Kind.SUBTLE));
            g.fillRect(0, 0, whole, whole);
        }
        if (heat != null) {
            g.setGlobalAlpha(alpha);
            g.setImageSmoothing(false);
            g.drawImage(heat, 0, 0, whole, whole);
            g.setGlobalAlpha(1);
        }
        lines(g, cell, whole);
        if (heat != null && cell >= LABELLED) {
            numbers(g, cell);
        }
        if (asked >= 0 && asked < grid * grid) {
            ring(g, cell);
        }
        int index = hovered >= 0 || mark < 0 ? shown() : mark;
        if (index >= 0) {
            outline(g, index, cell);
        }
    }

    private void lines(GraphicsContext g, double cell, double whole) {
        g.setStroke(heat == null ? Color.gray(0.45, 0.5) : Color.gray(1, 0.35));
        g.setLineWidth(1);
        for (int i = 1; i < grid; i++) {
            g.strokeLine(i * cell + 0.5, 0, i * cell + 0.5, whole);
            g.strokeLine(0, i * cell + 0.5, whole, i * cell + 0.5);
        }
    }

    private void numbers(GraphicsContext g, double cell) {
        Image colors = heat;
        for (int i = 0; colors != null && i < grid * grid; i++) {
            Color under = colors.getPixelReader().getColor(i % grid, i / grid);
            double brightness = 0.3 * under.getRed() + 0.59 * under.getGreen() + 0.11 * under.getBlue();
            String words = labels.apply(i);
            g.setFill(brightness > 0.55 ? Color.gray(0, 0.85) : Color.gray(1, 0.92));
            g.setFont(ink.font(Ink.Kind.MONO));
            g.setTextBaseline(VPos.CENTER);
            double x = i % grid * cell + (cell - width(Ink.Kind.MONO, words)) / 2;
            g.fillText(words, x, i / grid * cell + cell / 2);
        }
    }

    private void ring(GraphicsContext g, double cell) {
        double size = cell * 0.6;
        double x = asked % grid * cell + (cell - size) / 2;
        double y = asked / grid * cell + (cell - size) / 2;
        g.setLineWidth(4);
        g.setStroke(Color.gray(1, 0.9));
        g.strokeOval(x, y, size, size);
        g.setLineWidth(2);
        g.setStroke(Color.gray(0));
        g.strokeOval(x, y, size, size);
    }

    private void outline(GraphicsContext g, int index, double cell) {
        double x = index % grid * cell;
        double y = (double) (index / grid) * cell;
        g.setLineWidth(3);
        g.setStroke(Color.gray(1, 0.9));
        g.strokeRect(x + 0.5, y + 0.5, cell, cell);
        g.setLineWidth(2);
        g.setStroke(Color.web("#0969da"));
        g.strokeRect(x + 0.5, y + 0.5, cell, cell);
    }

    private int at(double x, double y) {
        double cell = cell();
        int column = (int) Math.floor(x / cell);
        int row = (int) Math.floor(y / cell);
        return column >= 0 && column < grid && row >= 0 && row < grid ? row * grid + column : -1;
    }

    private void hover(int index) {
        if (hovered != index) {
            change(() -> hovered = index);
        }
    }

    private void press(MouseEvent e) {
        requestFocus();
        int index = at(e.getX(), e.getY());
        choose(index == chosen ? -1 : index);
        if (index >= 0) {
            onAct.accept(index);
        }
    }

    private void key(KeyEvent e) {
        if (chosen >= 0 && (e.getCode() == KeyCode.SPACE || e.getCode() == KeyCode.ENTER)) {
            onAct.accept(chosen);
            e.consume();
            return;
        }
        int column = chosen % grid;
        int row = chosen / grid;
        int next = switch (e.getCode()) {
            case LEFT -> chosen < 0 ? 0 : row * grid + Math.max(0, column - 1);
            case RIGHT -> chosen < 0 ? 0 : row * grid + Math.min(grid - 1, column + 1);
            case UP -> chosen < 0 ? 0 : Math.max(0, row - 1) * grid + column;
            case DOWN -> chosen < 0 ? 0 : Math.min(grid - 1, row + 1) * grid + column;
            case HOME -> 0;
            case END -> grid * grid - 1;
            default -> -1;
        };
        if (next >= 0 || (e.getCode() == KeyCode.ESCAPE && chosen >= 0)) {
            hovered = -1;
            choose(next);
            e.consume();
        }
    }

    private void change(Runnable edit) {
        edit.run();
        redraw();
        say(spoken.apply(shown()));
        onShown.accept(shown());
    }
}
