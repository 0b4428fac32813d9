package dev.patchbook.ui.notebook;

import javafx.geometry.Insets;
import javafx.geometry.Orientation;
import javafx.scene.Node;
import javafx.scene.layout.VBox;

/**
 * The cells one beneath the other. A plain box asks every child several times for its least and its wished height at each
 * layout, and each of them all that is in it; here a cell is asked once, and answers from memory unless it has changed.
 */
final class CellColumn extends VBox {
    CellColumn() {
        getStyleClass().add("notebook-column");
    }

    @Override
    public Orientation getContentBias() {
        return Orientation.HORIZONTAL;
    }

    @Override
    protected double computeMinHeight(double width) {
        return computePrefHeight(width);
    }

    @Override
    protected double computePrefHeight(double width) {
        Insets in = getInsets();
        double inner = (width < 0 ? prefWidth(-1) : width) - in.getLeft() - in.getRight();
        double height = 0;
        for (Node child : getManagedChildren()) {
            height += (height > 0 ? getSpacing() : 0) + height(child, inner);
        }
        return in.getTop() + height + in.getBottom();
    }

    @Override
    protected void layoutChildren() {
        Insets in = getInsets();
        double inner = Math.max(0, getWidth() - in.getLeft() - in.getRight());
        double y = in.getTop();
        for (Node child : getManagedChildren()) {
            double height = height(child, inner);
            child.resizeRelocate(in.getLeft(), y, inner, height);
            y += height + getSpacing();
        }
    }

    private double height(Node child, double width) {
        double wished = child.prefHeight(width);
        return snapSizeY(child instanceof CellSlot ? wished : Math.max(child.minHeight(width), wished));
    }
}
