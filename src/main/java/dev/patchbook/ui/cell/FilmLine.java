package dev.patchbook.ui.cell;

import java.util.List;
import javafx.geometry.Orientation;
import javafx.scene.Node;
import javafx.scene.layout.Pane;

/** A line of a table: the first part as wide as it likes to be, the others equally wide in what is left; tops aligned. */
final class FilmLine extends Pane {
    private static final double GAP = 12;

    FilmLine() {
        setMinWidth(0);
    }

    void show(Node first, List<Node> columns) {
        getChildren().setAll(columns);
        getChildren().add(0, first);
    }

    @Override
    public Orientation getContentBias() {
        return Orientation.HORIZONTAL;
    }

    private double first() {
        return getChildren().isEmpty() ? 0 : Math.ceil(getChildren().get(0).prefWidth(-1));
    }

    private double column(double width) {
        int columns = getChildren().size() - 1;
        return Math.max(1, Math.floor((width - first()) / Math.max(1, columns)) - GAP);
    }

    /** How many columns of at least some width there is room for beside the first part; one at least. */
    static int columns(double width, double first, double least) {
        return (int) Math.max(1, Math.floor((width - first) / (least + GAP)));
    }

    @Override
    protected double computePrefWidth(double height) {
        return 0;
    }

    @Override
    protected double computePrefHeight(double width) {
        if (getChildren().isEmpty()) {
            return 0;
        }
        double height = getChildren().get(0).prefHeight(-1);
        for (Node child : getChildren().subList(1, getChildren().size())) {
            height = Math.max(height, child.prefHeight(column(width)));
        }
        return Math.ceil(height);
    }

    @Override
    protected void layoutChildren() {
        double x = 0;
        double width = column(getWidth());
        for (Node child : getChildren()) {
            boolean leads = x == 0;
            double own = leads ? first() : width;
            child.resizeRelocate(x, 0, own, child.prefHeight(leads ? -1 : own));
            x += own + GAP;
        }
    }
}
