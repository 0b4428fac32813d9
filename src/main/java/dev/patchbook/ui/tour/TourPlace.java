package dev.patchbook.ui.tour;

import javafx.geometry.Rectangle2D;

/** Where a bubble stands beside what it points at. */
final class TourPlace {
    private TourPlace() {}

    /** Below, above, right or left of the part, where there is room; else in the lower right corner, over it. */
    static Rectangle2D beside(Rectangle2D part, Rectangle2D room, double width, double height, double margin) {
        double x = clamp(part.getMinX(), margin, room.getWidth() - width - margin);
        double y = clamp(part.getMinY(), margin, room.getHeight() - height - margin);
        double below = part.getMaxY() + margin;
        double above = part.getMinY() - margin - height;
        double right = part.getMaxX() + margin;
        double left = part.getMinX() - margin - width;
        if (below + height + margin <= room.getHeight()) {
            return new Rectangle2D(x, below, width, height);
        }
        if (above >= margin) {
            return new Rectangle2D(x, above, width, height);
        }
        if (right + width + margin <= room.getWidth()) {
            return new Rectangle2D(right, y, width, height);
        }
        if (left >= margin) {
            return new Rectangle2D(left, y, width, height);
        }
        return new Rectangle2D(
                Math.max(0, room.getWidth() - width - 2 * margin),
                Math.max(0, room.getHeight() - height - 2 * margin),
                width,
                height);
    }

    private static double clamp(double value, double least, double most) {
        return Math.max(least, Math.min(most, value));
    }
}
