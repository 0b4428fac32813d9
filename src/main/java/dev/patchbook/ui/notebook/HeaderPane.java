package dev.patchbook.ui.notebook;

import javafx.geometry.HPos;
import javafx.geometry.Insets;
import javafx.geometry.Orientation;
import javafx.geometry.VPos;
import javafx.scene.layout.Pane;
import javafx.scene.layout.Region;

/**
 * A cell's header: what it is at the left, its settings in the middle, state and buttons at the right. Where that does not
 * fit into one line, the settings get lines of their own, as many as they need.
 */
final class HeaderPane extends Pane {
    private static final double GAP = 8;
    private static final double LINE_GAP = 4;

    private final Region lead;
    private final Region middle;
    private final Region trail;

    HeaderPane(Region lead, Region middle, Region trail) {
        this.lead = lead;
        this.middle = middle;
        this.trail = trail;
        getStyleClass().add("cell-header");
        getChildren().addAll(lead, middle, trail);
        setMinWidth(0);
    }

    @Override
    public Orientation getContentBias() {
        return Orientation.HORIZONTAL;
    }

    private boolean oneLine(double width) {
        double wanted = middle.isVisible() ? middle.prefWidth(-1) + GAP : 0;
        return lead.prefWidth(-1) + GAP + wanted + trail.prefWidth(-1) <= width;
    }

    private boolean leadBesideTrail(double width) {
        return lead.prefWidth(-1) + GAP + trail.prefWidth(-1) <= width;
    }

    private double lineHeight() {
        return Math.max(lead.prefHeight(-1), trail.prefHeight(-1));
    }

    /** Its own padding would push the text out of line with what stands above. */
    private double middleWidth(double width) {
        return Math.min(width + middle.getInsets().getLeft(), middle.prefWidth(-1));
    }

    @Override
    protected double computePrefHeight(double width) {
        Insets in = getInsets();
        double inner = (width < 0 ? prefWidth(-1) : width) - in.getLeft() - in.getRight();
        double height = lineHeight();
        if (!leadBesideTrail(inner)) {
            height = lead.prefHeight(inner) + LINE_GAP + trail.prefHeight(inner);
        }
        if (!oneLine(inner) && middle.isVisible()) {
            height += LINE_GAP + middle.prefHeight(middleWidth(inner));
        }
        return in.getTop() + Math.ceil(height) + in.getBottom();
    }

    @Override
    protected double computeMinHeight(double width) {
        return computePrefHeight(width);
    }

    @Override
    protected double computeMinWidth(double height) {
        return 0;
    }

    @Override
    protected double computePrefWidth(double height) {
        Insets in = getInsets();
        return in.getLeft()
                + lead.prefWidth(-1)
                + GAP
                + middle.prefWidth(-1)
                + GAP
                + trail.prefWidth(-1)
                + in.getRight();
    }

    @Override
    protected void layoutChildren() {
        Insets in = getInsets();
        double width = getWidth() - in.getLeft() - in.getRight();
        double right = Math.min(width, trail.prefWidth(-1));
        double left = Math.min(width, lead.prefWidth(-1));
        double x = in.getLeft();
        double y = in.getTop();
        if (leadBesideTrail(width)) {
            double line = lineHeight();
            place(lead, x, y, left, line);
            place(trail, x + width - right, y, right, line);
            if (oneLine(width)) {
                double room = width - left - right - 2 * GAP;
                place(middle, x + left + GAP, y, Math.min(room, Math.ceil(middle.prefWidth(-1))), line);
                return;
            }
            y += line + LINE_GAP;
        } else {
            place(lead, x, y, left, lead.prefHeight(width));
            y += lead.prefHeight(width) + LINE_GAP;
            place(trail, x, y, right, trail.prefHeight(width));
            y += trail.prefHeight(width) + LINE_GAP;
        }
        double wide = middleWidth(width);
        place(middle, x - middle.getInsets().getLeft(), y, wide, middle.prefHeight(wide));
    }

    private void place(Region node, double x, double y, double width, double height) {
        layoutInArea(node, x, y, Math.max(0, width), height, 0, null, true, false, HPos.LEFT, VPos.CENTER);
    }
}
