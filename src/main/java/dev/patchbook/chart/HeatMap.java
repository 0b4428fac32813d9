package dev.patchbook.chart;

import dev.patchbook.base.Picture;

/** Numbers on a grid as a picture: one pixel a number, so that enlarging it shows each as a square. */
public final class HeatMap {
    private HeatMap() {}

    /**
     * The picture of a grid of numbers; what is not finite is transparent.
     *
     * @param values row by row
     * @param rows height
     * @param columns width
     * @param map colours
     * @param range of values that the colours span
     */
    public static Picture of(float[] values, int rows, int columns, ColorMap map, Range range) {
        if (values.length != rows * columns) {
            throw new IllegalArgumentException(values.length + " values do not fill " + rows + " x " + columns);
        }
        int[] argb = new int[values.length];
        for (int i = 0; i < argb.length; i++) {
            argb[i] = Float.isFinite(values[i]) ? map.argb(range.share(values[i])) : 0;
        }
        return new Picture(columns, rows, argb);
    }

    /** Each pixel as a square of so many. */
    public static Picture enlarge(Picture picture, int factor) {
        int width = picture.width() * factor;
        int height = picture.height() * factor;
        int[] argb = new int[width * height];
        for (int y = 0; y < height; y++) {
            for (int x = 0; x < width; x++) {
                argb[y * width + x] = picture.argb()[y / factor * picture.width() + x / factor];
            }
        }
        return new Picture(width, height, argb);
    }

    /** The picture in shades of grey of the same brightness (ITU-R BT.709 weights). */
    public static Picture grey(Picture picture) {
        int[] argb = new int[picture.argb().length];
        for (int i = 0; i < argb.length; i++) {
            int pixel = picture.argb()[i];
            double grey = 0.2126 * (pixel >> 16 & 0xFF) + 0.7152 * (pixel >> 8 & 0xFF) + 0.0722 * (pixel & 0xFF);
            int shade = (int) Math.round(grey);
            argb[i] = pixel & 0xFF000000 | shade << 16 | shade << 8 | shade;
        }
        return new Picture(picture.width(), picture.height(), argb);
    }

    /** A square part of a picture; {@code x} and {@code y} are its upper left corner. */
    public static Picture crop(Picture picture, int x, int y, int side) {
        int[] argb = new int[side * side];
        for (int row = 0; row < side; row++) {
            System.arraycopy(picture.argb(), (y + row) * picture.width() + x, argb, row * side, side);
        }
        return new Picture(side, side, argb);
    }
}
