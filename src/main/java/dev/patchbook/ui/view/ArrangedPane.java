package dev.patchbook.ui.view;

import javafx.geometry.Orientation;
import javafx.scene.layout.Pane;

/** A pane of any width whose height follows from it: one method tells the height at a width and places the children. */
public abstract class ArrangedPane extends Pane {
    private double askedWidth = Double.NaN;
    private double answeredHeight;

    /** Without children. */
    protected ArrangedPane() {
        setMinWidth(0);
    }

    /**
     * Arranges the children.
     *
     * @param width of the pane
     * @param place whether they are placed; else only the height is wanted
     * @return the height they need
     */
    protected abstract double arrange(double width, boolean place);

    @Override
    public Orientation getContentBias() {
        return Orientation.HORIZONTAL;
    }

    @Override
    protected double computeMinWidth(double height) {
        return 0;
    }

    @Override
    protected double computePrefHeight(double width) {
        if (askedWidth != width) {
            answeredHeight = arrange(width < 0 ? prefWidth(-1) : width, false);
            askedWidth = width;
        }
        return answeredHeight;
    }

    /** The height is asked for several times at each layout, and asks all children: the answer is kept until it changes. */
    @Override
    public void requestLayout() {
        askedWidth = Double.NaN;
        super.requestLayout();
    }

    @Override
    protected double computeMinHeight(double width) {
        return computePrefHeight(width);
    }

    @Override
    protected void layoutChildren() {
        askedWidth = Double.NaN;
        arrange(getWidth(), true);
    }
}
