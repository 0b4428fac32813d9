package dev.patchbook.ui.cell;

import javafx.geometry.Orientation;
import javafx.scene.layout.Pane;
import javafx.scene.layout.Region;

/** A part of fixed width at the left and a main one that takes the rest; where there is no room, the main one stands beneath. */
final class Beside extends Pane {
    private final Region main;
    private final Region side;
    private final double mainLeast;
    private final double gap;

    /** Creates the pane; the main part is never made narrower than the given width beside the other. */
    Beside(Region side, Region main, double mainLeast, double gap) {
        this.main = main;
        this.side = side;
        this.mainLeast = mainLeast;
        this.gap = gap;
        getChildren().addAll(side, main);
        setMinWidth(0);
    }

    @Override
    public Orientation getContentBias() {
        return Orientation.HORIZONTAL;
    }

    private double sideWidth() {
        return side.isManaged() ? side.prefWidth(-1) + gap : 0;
    }

    private boolean beside(double width) {
        return mainLeast + sideWidth() <= width;
    }

    @Override
    protected double computeMinWidth(double height) {
        return 0;
    }

    @Override
    protected double computePrefWidth(double height) {
        return sideWidth() + main.prefWidth(-1);
    }

    @Override
    protected double computePrefHeight(double width) {
        double w = width < 0 ? prefWidth(-1) : width;
        double left = side.isManaged() ? side.prefHeight(side.prefWidth(-1)) : 0;
        double height = beside(w) ? Math.max(left, main.prefHeight(w - sideWidth())) : left + gap + main.prefHeight(w);
        return Math.ceil(height);
    }

    @Override
    protected double computeMinHeight(double width) {
        return computePrefHeight(width);
    }

    @Override
    protected void layoutChildren() {
        double width = getWidth();
        double left = side.isManaged() ? side.prefHeight(side.prefWidth(-1)) : 0;
        if (side.isManaged()) {
            side.resizeRelocate(0, 0, Math.min(width, side.prefWidth(-1)), left);
        }
        if (beside(width)) {
            double room = width - sideWidth();
            main.resizeRelocate(sideWidth(), 0, room, main.prefHeight(room));
        } else {
            main.resizeRelocate(0, left + gap, width, main.prefHeight(width));
        }
    }
}
