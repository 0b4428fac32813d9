package dev.patchbook.chart;

import dev.patchbook.base.Picture;
import java.util.Optional;

/**
 * Two maps over the patches of square pictures, on one scale, and the second less the first.
 *
 * @param left the first, row by row
 * @param leftGrid patches along its side
 * @param right the second
 * @param rightGrid patches along its side
 * @param colors what both are coloured with
 * @param range of values that the colours span in both
 */
public record MapPair(float[] left, int leftGrid, float[] right, int rightGrid, ColorMap colors, Range range) {
    /** Checks that the maps are square. */
    public MapPair {
        if (left.length != leftGrid * leftGrid || right.length != rightGrid * rightGrid) {
            throw new IllegalArgumentException("maps do not fill their grids");
        }
    }

    /** Two maps of numbers from zero on: the scale goes to the largest of both. */
    public static MapPair weights(float[] left, int leftGrid, float[] right, int rightGrid) {
        double most = Math.max(Range.of(left).max(), Range.of(right).max());
        return new MapPair(left, leftGrid, right, rightGrid, ColorMap.INFERNO, new Range(0, most > 0 ? most : 1));
    }

    /** Two maps of lengths: the scale goes from the smallest to the largest of both. */
    public static MapPair lengths(float[] left, int leftGrid, float[] right, int rightGrid) {
        Range one = Range.of(left);
        Range other = Range.of(right);
        Range both = new Range(Math.min(one.min(), other.min()), Math.max(one.max(), other.max()));
        return new MapPair(left, leftGrid, right, rightGrid, ColorMap.VIRIDIS, both);
    }

    /** Two maps of cosines: the scale goes from −1 to 1. */
    public static MapPair cosines(float[] left, int leftGrid, float[] right, int rightGrid) {
        return new MapPair(left, leftGrid, right, rightGrid, ColorMap.BLUE_ORANGE, new Range(-1, 1));
    }

    /** Right less left, patch by patch; empty where the two are cut into different numbers of patches. */
    public Optional<float[]> difference() {
        if (leftGrid != rightGrid) {
            return Optional.empty();
        }
        float[] all = new float[left.length];
        for (int i = 0; i < all.length; i++) {
            all[i] = right[i] - left[i];
        }
        return Optional.of(all);
    }

    /** The scale of the difference: zero in its middle, the largest difference at its end. */
    public Range reach() {
        return reach(difference().orElse(new float[0]));
    }

    /** The smallest scale around zero that holds some differences; from −1 to 1 where all are zero. */
    static Range reach(float[] differences) {
        Range around = (differences.length == 0 ? new Range(0, 0) : Range.of(differences)).aroundZero();
        return around.length() > 0 ? around : new Range(-1, 1);
    }

    /** The patch of the other map that lies where the middle of a patch does; -1 for -1. */
    public int across(int patch, boolean fromLeft) {
        return fromLeft ? across(patch, leftGrid, rightGrid) : across(patch, rightGrid, leftGrid);
    }

    /** The patch of one grid that lies where the middle of a patch of another does; -1 for -1. */
    public static int across(int patch, int from, int to) {
        if (patch < 0 || from == to) {
            return patch;
        }
        int row = (2 * (patch / from) + 1) * to / (2 * from);
        int column = (2 * (patch % from) + 1) * to / (2 * from);
        return row * to + column;
    }

    /** The left map in its colours, a pixel a patch. */
    public Picture leftPicture() {
        return HeatMap.of(left, leftGrid, leftGrid, colors, range);
    }

    /** The right map. */
    public Picture rightPicture() {
        return HeatMap.of(right, rightGrid, rightGrid, colors, range);
    }

    /** The difference, blue where the right is less, orange where it is more; empty where there is none. */
    public Optional<Picture> differencePicture() {
        return difference().map(all -> HeatMap.of(all, leftGrid, leftGrid, ColorMap.BLUE_ORANGE, reach()));
    }
}
