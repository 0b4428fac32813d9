package dev.patchbook.chart;

/** The shape that marks points of a line: a circle, or corners around the point in units of its radius. */
public enum Marker {
    CIRCLE,
    SQUARE(-1, -1, 1, -1, 1, 1, -1, 1),
    DIAMOND(0, -1.3, 1.3, 0, 0, 1.3, -1.3, 0),
    UP(0, -1.3, 1.25, 0.9, -1.25, 0.9),
    DOWN(0, 1.3, 1.25, -0.9, -1.25, -0.9),
    LEFT(-1.3, 0, 0.9, 1.25, 0.9, -1.25),
    RIGHT(1.3, 0, -0.9, 1.25, -0.9, -1.25);

    private final double[] corners;

    Marker(double... corners) {
        this.corners = corners;
    }

    /** The marker of a run among others. */
    static Marker run(int index) {
        return values()[index % values().length];
    }

    /** Places of the corners around a point; none for a circle. */
    public double[] xs(double x, double radius) {
        return places(0, x, radius);
    }

    /** Heights of the corners around a point; none for a circle. */
    public double[] ys(double y, double radius) {
        return places(1, y, radius);
    }

    private double[] places(int first, double centre, double radius) {
        double[] places = new double[corners.length / 2];
        for (int i = 0; i < places.length; i++) {
            places[i] = centre + radius * corners[2 * i + first];
        }
        return places;
    }
}
