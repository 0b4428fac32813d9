package dev.patchbook.ui.view;

import dev.patchbook.base.TensorView;
import dev.patchbook.chart.Range;
import java.util.List;
import java.util.function.IntConsumer;
import java.util.function.IntFunction;
import javafx.geometry.Orientation;
import javafx.scene.AccessibleRole;
import javafx.scene.canvas.GraphicsContext;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import org.jspecify.annotations.Nullable;

/** Points in a plane, both directions in one scale. Pointing previews one, a click or the arrow keys choose one. */
final class ScatterCanvas extends CanvasView {
    private static final double MARGIN = 10;
    private static final double RADIUS = 4.5;
    private static final double NEAR = 14;

    private final double side;
    private TensorView places = new TensorView(new float[0], 0, 2);
    private Range across = Range.UNIT;
    private Range up = Range.UNIT;
    private List<Integer> colours = List.of();
    private int chosen = -1;
    private int hovered = -1;
    private int mark = -1;
    private IntConsumer onShown = index -> {};
    private IntFunction<String> spoken = index -> "";
    private @Nullable IntConsumer onAct;

    /** No points; as wide as it would like to be. */
    ScatterCanvas(double side) {
        super("scatter-canvas");
        this.side = side;
        setFocusTraversable(true);
        setAccessibleRole(AccessibleRole.IMAGE_VIEW);
        setMinSize(48, 48);
        setOnMouseMoved(e -> hover(near(e.getX(), e.getY())));
        setOnMouseExited(e -> hover(-1));
        setOnMousePressed(e -> {
            requestFocus();
            int index = near(e.getX(), e.getY());
            IntConsumer act = onAct;
            choose(index == chosen && act == null ? -1 : index);
            if (index >= 0 && act != null) {
                act.accept(index);
            }
        });
        setOnKeyPressed(this::key);
    }

    /** Points [n, 2], each with a colour 0xAARRGGBB. */
    void show(TensorView points, List<Integer> argb) {
        places = points;
        across = range(0);
        up = range(1);
        colours = argb;
        chosen = chosen < count() ? chosen : -1;
        hovered = -1;
        mark = -1;
        redraw();
    }

    private int count() {
        return places.shape()[0];
    }

    /** Called with the point pointed at, else the one chosen, -1 for none. */
    void onShown(IntConsumer listener) {
        onShown = listener;
    }

    /** What a screen reader says of each point; of the whole at -1. */
    void setSpoken(IntFunction<String> words) {
        spoken = words;
        say(words.apply(shown()));
    }

    /** Called with a point that is clicked, or chosen when Enter or Space is pressed. */
    void onAct(IntConsumer listener) {
        onAct = listener;
    }

    int shown() {
        return hovered >= 0 ? hovered : chosen;
    }

    int hovered() {
        return hovered;
    }

    int chosen() {
        return chosen;
    }

    void choose(int index) {
        if (index != chosen) {
            chosen = index;
            changed();
        }
    }

    /** Marks a point that is pointed at elsewhere; -1: none. */
    void mark(int index) {
        if (mark != index) {
            mark = index;
            redraw();
        }
    }

    private void hover(int index) {
        if (index != hovered) {
            hovered = index;
            changed();
        }
    }

    private void changed() {
        redraw();
        say(spoken.apply(shown()));
        onShown.accept(shown());
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
    protected double computeMaxWidth(double height) {
        return side;
    }

    @Override
    protected double computeMaxHeight(double width) {
        return computePrefHeight(width);
    }

    /** Where a point is drawn. */
    double[] at(int index) {
        double extent = Math.max(1e-12, Math.max(across.length(), up.length()));
        double scale = (Math.min(getWidth(), getHeight()) - 2 * MARGIN) / extent;
        double left = getWidth() / 2 + (places.at(index, 0) - (across.min() + across.max()) / 2) * scale;
        double top = getHeight() / 2 - (places.at(index, 1) - (up.min() + up.max()) / 2) * scale;
        return new double[] {left, top};
    }

    private Range range(int dimension) {
        float[] values = new float[count()];
        for (int i = 0; i < values.length; i++) {
            values[i] = places.at(i, dimension);
        }
        return Range.of(values);
    }

    @Override
    protected void draw(GraphicsContext g, double width, double height) {
        g.setFill(ink.color(Ink.Kind.SUBTLE));
        g.fillRect(0, 0, width, height);
        for (int i = 0; i < count(); i++) {
            point(g, i, false);
        }
        int index = hovered >= 0 || mark < 0 ? shown() : mark;
        if (index >= 0 && index < count()) {
            point(g, index, true);
        }
    }

    private void point(GraphicsContext g, int index, boolean marked) {
        double[] at = at(index);
        double radius = marked ? RADIUS + 2 : RADIUS;
        int argb = colours.get(index);
        g.setFill(Views.color(argb));
        g.fillOval(at[0] - radius, at[1] - radius, 2 * radius, 2 * radius);
        g.setStroke(ink.color(marked ? Ink.Kind.ACCENT : Ink.Kind.MUTED));
        g.setLineWidth(marked ? 2.5 : 1);
        g.strokeOval(at[0] - radius, at[1] - radius, 2 * radius, 2 * radius);
    }

    private int near(double x, double y) {
        int nearest = -1;
        double least = NEAR;
        for (int i = 0; i < count(); i++) {
            double[] at = at(i);
            double distance = Math.hypot(at[0] - x, at[1] - y);
            if (distance < least) {
                least = distance;
                nearest = i;
            }
        }
        return nearest;
    }

    private void key(KeyEvent e) {
        IntConsumer act = onAct;
        if (act != null && chosen >= 0 && (e.getCode() == KeyCode.ENTER || e.getCode() == KeyCode.SPACE)) {
            act.accept(chosen);
            e.consume();
            return;
        }
        int last = count() - 1;
        int next = switch (e.getCode()) {
            case LEFT, UP -> Math.max(0, chosen - 1);
            case RIGHT, DOWN -> Math.min(last, chosen + 1);
            case HOME -> 0;
            case END -> last;
            case ESCAPE -> -1;
            default -> -2;
        };
        if (next >= -1 && (next >= 0 || chosen >= 0) && last >= 0) {
            hovered = -1;
            choose(next);
            e.consume();
        }
    }
}
