package dev.patchbook.chart;

/**
 * A line in pixels of a plot, from its upper left corner, in the order drawn; a height that is not finite breaks it.
 *
 * @param xs horizontal places
 * @param ys vertical places, as many
 */
public record Line(double[] xs, double[] ys) {
    /** Number of points. */
    public int size() {
        return xs.length;
    }

    /** The last point that has a place; -1 where none has. */
    int lastPlaced() {
        int i = size() - 1;
        while (i >= 0 && !Double.isFinite(ys[i])) {
            i--;
        }
        return i;
    }
}
