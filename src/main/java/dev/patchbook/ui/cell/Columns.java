package dev.patchbook.ui.cell;

import java.util.function.DoubleSupplier;
import javafx.geometry.Orientation;
import javafx.scene.layout.Pane;
import javafx.scene.layout.Region;

/** Two parts side by side, the main one growing; where there is no room for both, the second stands beneath. */
final class Columns extends Pane {
    private final Region main;
    private final Region side;
    private final DoubleSupplier mainLeast;
    private final double gap;

    /** Creates the pane; the main part is never made narrower than the given width beside the other. */
    Columns(Region main, Region side, DoubleSupplier mainLeast, double gap) {
        this.main = main;
        this.side = side;
        this.mainLeast = mainLeast;
        this.gap = gap;
        getChildren().addAll(main, side);
        setMinWidth(0);
    }

    @Override
    public Orientation getContentBias() {
        return Orientation.HORIZONTAL;
    }

    private double sideWidth() {
        return side.isManaged() ? gap + side.prefWidth(-1) : 0;
    }

    private boolean beside(double width) {
        return mainLeast.getAsDouble() + sideWidth() <= width;
    }

    @Override
    protected double computeMinWidth(double height) {
        return 0;
    }

    @Override
    protected double computePrefWidth(double height) {
        return main.prefWidth(-1) + sideWidth();
    }

    @Override
    protected double computePrefHeight(double width) {
        double w = width < 0 ? prefWidth(-1) : width;
        if (!side.isManaged()) {
            return Math.ceil(height(main, w));
        }
        return Math.ceil(
                beside(w)
                        ? Math.max(height(main, w - sideWidth()), height(side, side.prefWidth(-1)))
                        : height(main, w) + gap + height(side, Math.min(w, side.prefWidth(-1))));
    }

    @Override
    protected double computeMinHeight(double width) {
        return computePrefHeight(width);
    }

    private static double height(Region node, double width) {
        return node.prefHeight(node.getContentBias() == Orientation.HORIZONTAL ? width : -1);
    }

    @Override
    protected void layoutChildren() {
        double width = getWidth();
        double second = Math.min(width, side.prefWidth(-1));
        if (!side.isManaged()) {
            main.resizeRelocate(0, 0, width, height(main, width));
        } else if (beside(width)) {
            double first = width - sideWidth();
            double tall = Math.max(height(main, first), height(side, second));
            main.resizeRelocate(0, 0, first, tall);
            side.resizeRelocate(first + gap, 0, second, tall);
        } else {
            double above = height(main, width);
            main.resizeRelocate(0, 0, width, above);
            side.resizeRelocate(0, above + gap, second, height(side, second));
        }
    }
}
