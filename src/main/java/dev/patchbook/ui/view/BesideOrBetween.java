package dev.patchbook.ui.view;

import javafx.scene.layout.Region;

/** Two parts one above the other and a third of its own width at their right; where there is no room, it stands between them. */
final class BesideOrBetween extends ArrangedPane {
    private final Region top;
    private final Region bottom;
    private final Region third;
    private final double least;
    private final double gap;

    /** Creates the pane; the two are never made narrower than the given width beside the third. */
    BesideOrBetween(Region top, Region bottom, Region third, double least, double gap) {
        this.top = top;
        this.bottom = bottom;
        this.third = third;
        this.least = least;
        this.gap = gap;
        getChildren().addAll(top, third, bottom);
    }

    private double wide(double width) {
        return Math.min(width, snapSizeX(third.prefWidth(-1)));
    }

    private boolean beside(double width) {
        return least + gap + wide(width) <= width;
    }

    @Override
    protected double computePrefWidth(double height) {
        double two = Math.max(top.prefWidth(-1), bottom.prefWidth(-1));
        return third.isManaged() ? two + gap + third.prefWidth(-1) : two;
    }

    @Override
    protected double arrange(double width, boolean place) {
        if (!third.isManaged()) {
            double high = put(top, 0, 0, width, place);
            return high + gap + put(bottom, 0, high + gap, width, place);
        }
        double side = wide(width);
        if (beside(width)) {
            double room = width - side - gap;
            double high = put(top, 0, 0, room, place);
            double all = high + gap + put(bottom, 0, high + gap, room, place);
            return Math.max(all, put(third, room + gap, 0, side, place));
        }
        double y = put(top, 0, 0, width, place) + gap;
        y += put(third, 0, y, side, place) + gap;
        return y + put(bottom, 0, y, width, place);
    }

    /** The part's height at a width; placed there if wanted. */
    private double put(Region part, double x, double y, double width, boolean place) {
        double height = snapSizeY(part.prefHeight(width));
        if (place) {
            part.resizeRelocate(snapPositionX(x), snapPositionY(y), width, height);
        }
        return height;
    }
}
