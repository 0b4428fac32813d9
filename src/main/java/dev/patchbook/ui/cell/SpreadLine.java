package dev.patchbook.ui.cell;

import javafx.geometry.Orientation;
import javafx.scene.layout.Pane;
import javafx.scene.layout.Region;

/** One part at the left and one at the right of a line; where both do not fit, the second stands beneath. */
final class SpreadLine extends Pane {
    private static final double GAP = 16;
    private static final double LINE_GAP = 8;
    private final Region left;
    private final Region right;

    SpreadLine(Region left, Region right) {
        this.left = left;
        this.right = right;
        getChildren().addAll(left, right);
        setMinWidth(0);
    }

    @Override
    public Orientation getContentBias() {
        return Orientation.HORIZONTAL;
    }

    private boolean oneLine(double width) {
        return left.prefWidth(-1) + GAP + right.prefWidth(-1) <= width;
    }

    @Override
    protected double computeMinWidth(double height) {
        return 0;
    }

    @Override
    protected double computePrefWidth(double height) {
        return left.prefWidth(-1) + GAP + right.prefWidth(-1);
    }

    @Override
    protected double computePrefHeight(double width) {
        double w = width < 0 ? prefWidth(-1) : width;
        return Math.ceil(
                oneLine(w)
                        ? Math.max(left.prefHeight(w), right.prefHeight(w))
                        : left.prefHeight(w) + LINE_GAP + right.prefHeight(w));
    }

    @Override
    protected void layoutChildren() {
        double width = getWidth();
        if (oneLine(width)) {
            double second = right.prefWidth(-1);
            double first = width - GAP - second;
            double height = Math.max(left.prefHeight(first), right.prefHeight(second));
            left.resizeRelocate(0, (height - left.prefHeight(first)) / 2, first, left.prefHeight(first));
            right.resizeRelocate(
                    width - second, (height - right.prefHeight(width)) / 2, second, right.prefHeight(width));
        } else {
            double above = left.prefHeight(width);
            left.resizeRelocate(0, 0, width, above);
            double second = Math.min(width, right.prefWidth(-1));
            right.resizeRelocate(0, above + LINE_GAP, second, right.prefHeight(second));
        }
    }
}
