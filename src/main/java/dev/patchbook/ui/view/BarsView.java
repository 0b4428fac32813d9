package dev.patchbook.ui.view;

import dev.patchbook.chart.Bars;
import dev.patchbook.ui.view.Ink.Kind;
import java.util.List;
import java.util.function.IntConsumer;
import javafx.scene.AccessibleRole;
import javafx.scene.control.Tooltip;
import javafx.scene.input.KeyEvent;
import javafx.scene.input.MouseEvent;

/** Counts as bars: arrows and the mouse move over them and have each said, Enter or a click chooses one. */
public abstract class BarsView extends SteadyCanvas {
    private final Tooltip tooltip = new Tooltip();
    private Bars bars = new Bars("", "", List.of());
    private int current = -1;
    private IntConsumer onChosen = index -> {};

    BarsView(String styleClass) {
        super(styleClass);
        getStyleClass().add("bars-view");
        setAccessibleRole(AccessibleRole.LIST_VIEW);
        setFocusTraversable(true);
        setMinWidth(0);
        addEventHandler(KeyEvent.KEY_PRESSED, this::key);
        addEventHandler(MouseEvent.MOUSE_MOVED, e -> point(at(e.getX(), e.getY())));
        addEventHandler(MouseEvent.MOUSE_EXITED, e -> Tooltip.uninstall(this, tooltip));
        addEventHandler(MouseEvent.MOUSE_CLICKED, e -> {
            int index = at(e.getX(), e.getY());
            requestFocus();
            if (index >= 0) {
                move(index);
                onChosen.accept(index);
            }
        });
        say("no bars yet");
    }

    /** Shows bars. */
    public final void show(Bars shown) {
        bars = shown;
        current = -1;
        say(shown.spoken() + (shown.bars().isEmpty() ? "" : ", arrow keys move"));
        requestLayout();
        redraw();
    }

    /** Called with the bar a person chooses. */
    public final void setOnChosen(IntConsumer listener) {
        onChosen = listener;
    }

    /** The bar the keyboard is at; -1: none. */
    public final int current() {
        return current;
    }

    final Bars bars() {
        return bars;
    }

    final int size() {
        return bars.bars().size();
    }

    /** The bar at a point; -1: none. */
    abstract int at(double x, double y);

    /** The bar a key leads to from one; outside of the bars: nowhere. */
    abstract int next(KeyEvent e, int from);

    private void key(KeyEvent e) {
        if (size() == 0) {
            return;
        }
        switch (e.getCode()) {
            case ENTER, SPACE -> {
                if (current >= 0) {
                    onChosen.accept(current);
                    e.consume();
                }
            }
            case HOME -> moved(e, 0);
            case END -> moved(e, size() - 1);
            case LEFT, RIGHT, UP, DOWN -> {
                int to = next(e, current);
                if (to != Integer.MIN_VALUE) {
                    moved(e, to);
                }
            }
            default -> {}
        }
    }

    private void moved(KeyEvent e, int to) {
        move(Math.max(0, Math.min(size() - 1, to)));
        e.consume();
    }

    private void move(int index) {
        current = index;
        say(bars.spoken(index));
        redraw();
    }

    private void point(int index) {
        if (index < 0) {
            Tooltip.uninstall(this, tooltip);
        } else {
            tooltip.setText(bars.spoken(index));
            Tooltip.install(this, tooltip);
        }
    }

    /** The colour of a bar: one set apart has its own, and a sign beside it. */
    final Kind ink(Bars.Bar bar) {
        return bar.note().isEmpty() ? Kind.ACCENT : Kind.ORANGE;
    }
}
