package dev.patchbook.ui.notebook;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import javafx.animation.AnimationTimer;
import javafx.geometry.Bounds;
import javafx.scene.Node;
import javafx.scene.Scene;

/**
 * Keeps the frames near what is in view in the window: what is in view at once, what is near it one by one between pulses.
 * Those far away are put away again: the toolkit goes through all that is in a window at every pulse.
 */
final class FrameFiller extends AnimationTimer {
    /** In heights of what is in view. */
    private static final double NEAR = 2; // a train cell is higher than most windows

    private static final double FAR = 3;

    private final NotebookView view;
    private boolean moved;

    FrameFiller(NotebookView view, Node column) {
        this.view = view;
        view.vvalueProperty().addListener((observable, was, is) -> {
            moved = true;
            start();
        });
        view.viewportBoundsProperty().addListener((observable, was, is) -> start());
        column.layoutBoundsProperty().addListener((observable, was, is) -> start());
    }

    @Override
    public void handle(long now) {
        double height = view.getViewportBounds().getHeight();
        if (height <= 0) {
            stop(); // Not laid out: its first bounds start this again.
            return;
        }
        List<CellSlot> near = new ArrayList<>();
        for (CellSlot slot : view.slots()) {
            // One that has no width yet is nowhere yet.
            double distance = slot.getWidth() > 0 ? distance(slot) : height * FAR;
            if (!slot.filled() && distance <= height * NEAR) {
                near.add(slot);
            } else if (moved && slot.filled() && distance > height * FAR && !kept(slot)) {
                slot.putAway();
            }
        }
        moved = false;
        near.stream().filter(slot -> distance(slot) == 0).forEach(view::fill);
        near.stream()
                .filter(slot -> !slot.filled())
                .min(Comparator.comparingDouble(this::distance))
                .ifPresentOrElse(view::fill, this::stop);
    }

    /** What has the keyboard, or is being written in, stays. */
    private boolean kept(CellSlot slot) {
        if (slot.cell().id().equals(view.notebook().currentProperty().get())
                || slot.cell().editingProperty().get()) {
            return true;
        }
        Scene scene = view.getScene();
        for (Node node = scene == null ? null : scene.getFocusOwner(); node != null; node = node.getParent()) {
            if (node == slot) {
                return true;
            }
        }
        return false;
    }

    /** How far a place is from what is in view; 0 within it. */
    private double distance(CellSlot slot) {
        Bounds bounds = slot.getBoundsInParent();
        double top = view.top();
        double bottom = top + view.getViewportBounds().getHeight();
        return Math.max(0, Math.max(top - bounds.getMaxY(), bounds.getMinY() - bottom));
    }
}
