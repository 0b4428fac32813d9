package dev.patchbook.ui.view;

import javafx.geometry.Orientation;

/** A drawing whose height follows from its width, no less and no more. */
abstract class SteadyCanvas extends CanvasView {
    /** Creates the view with its style class. */
    protected SteadyCanvas(String styleClass) {
        super(styleClass);
    }

    @Override
    public final Orientation getContentBias() {
        return Orientation.HORIZONTAL;
    }

    @Override
    protected abstract double computePrefHeight(double width);

    @Override
    protected final double computeMinHeight(double width) {
        return computePrefHeight(width);
    }

    @Override
    protected final double computeMaxHeight(double width) {
        return computePrefHeight(width);
    }
}
