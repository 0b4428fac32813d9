package dev.patchbook.ui.notebook;

import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import javafx.animation.AnimationTimer;
import javafx.geometry.Bounds;
import javafx.scene.input.KeyEvent;

/**
 * Makes the frames of a big notebook bit by bit: what is in view at once, what is near it next, the rest one by one between
 * pulses while nobody scrolls or types, the nearest first.
 */
final class FrameFiller extends AnimationTimer {
    private static final long REST_NANOS = TimeUnit.MILLISECONDS.toNanos(50);
    private static final long STILL_NANOS = TimeUnit.MILLISECONDS.toNanos(400);
    private static final int AT_ONCE = 3;

    private final NotebookView view;
    private long filled;
    private long touched;

    FrameFiller(NotebookView view) {
        this.view = view;
        view.vvalueProperty().addListener((observable, was, is) -> touched = System.nanoTime());
        view.addEventFilter(KeyEvent.KEY_PRESSED, e -> touched = System.nanoTime());
    }

    @Override
    public void handle(long now) {
        List<CellSlot> empty =
                view.slots().stream().filter(slot -> slot.frame().isEmpty()).toList();
        if (empty.isEmpty()) {
            stop();
            return;
        }
        double height = view.getViewportBounds().getHeight();
        List<CellSlot> near =
                empty.stream().filter(slot -> distance(slot) <= height / 2).toList();
        if (!near.isEmpty()) {
            near.stream().sorted(nearest()).limit(AT_ONCE).forEach(view::fill);
        } else if (now - filled > REST_NANOS && System.nanoTime() - touched > STILL_NANOS) {
            Optional<CellSlot> next = empty.stream().min(nearest());
            next.ifPresent(view::fill);
            filled = now;
        }
    }

    private Comparator<CellSlot> nearest() {
        return Comparator.comparingDouble(this::distance);
    }

    /** How far a place is from what is in view; 0 within it. */
    private double distance(CellSlot slot) {
        Bounds bounds = slot.getBoundsInParent();
        double top = view.top();
        double bottom = top + view.getViewportBounds().getHeight();
        return Math.max(0, Math.max(top - bounds.getMaxY(), bounds.getMinY() - bottom));
    }
}
