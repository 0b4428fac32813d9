package dev.patchbook.chart;

import dev.patchbook.base.Picture;
import dev.patchbook.base.TensorView;
import java.util.List;
import java.util.stream.IntStream;

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

    /** A filter [3, P, P] as a picture, stretched to its largest weight: a channel at its middle is a weight of zero. */
    public static Picture filter(TensorView filter) {
        int side = filter.shape()[1];
        float most = 0;
        for (float weight : filter.data()) {
            most = Math.max(most, Math.abs(weight));
        }
        int[] argb = new int[side * side];
        for (int i = 0; i < argb.length; i++) {
            int colour = 0xFF;
            for (int channel = 0; channel < 3; channel++) {
                float weight = filter.data()[channel * side * side + i];
                colour = colour << 8 | Math.round(127.5f + (most > 0 ? 127.5f * weight / most : 0));
            }
            argb[i] = colour;
        }
        return new Picture(side, side, argb);
    }

    /** The mean colour of each of a picture's patches, row by row, 0xAARRGGBB. */
    public static List<Integer> means(Picture picture, int patches) {
        int side = picture.width() / patches;
        return IntStream.range(0, patches * patches)
                .mapToObj(i -> mean(crop(picture, i % patches * side, i / patches * side, side)))
                .toList();
    }

    private static int mean(Picture pixels) {
        long[] sums = new long[3];
        for (int argb : pixels.argb()) {
            for (int channel = 0; channel < 3; channel++) {
                sums[channel] += argb >> 8 * channel & 0xFF;
            }
        }
        int mean = 0xFF000000;
        for (int channel = 0; channel < 3; channel++) {
            mean |= (int) (sums[channel] / pixels.argb().length) << 8 * channel;
        }
        return mean;
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

    /** A picture enlarged to about so many pixels, cut into so many patches a side by thin lines. */
    public static Picture grid(Picture picture, int patches, int side) {
        int factor = Math.max(1, side / picture.width());
        Picture large = enlarge(picture, factor);
        int[] argb = large.argb();
        int cell = Math.max(2, large.width() / patches);
        for (int i = 0; i < argb.length; i++) {
            int x = i % large.width();
            int y = i / large.width();
            if (x % cell == 0 && x > 0 || y % cell == 0 && y > 0) {
                argb[i] = mixed(argb[i], 0xFF737373, 0.5);
            }
        }
        return large;
    }

    /** A map laid over a picture in grey, as opaque as given; enlarged to about so many pixels. */
    public static Picture over(Picture picture, Picture map, double opacity, int side) {
        Picture large = enlarge(grey(picture), Math.max(1, side / picture.width()));
        int[] argb = large.argb();
        for (int i = 0; i < argb.length; i++) {
            int x = i % large.width() * map.width() / large.width();
            int y = i / large.width() * map.height() / large.height();
            int pixel = map.argb()[y * map.width() + x];
            argb[i] = pixel >>> 24 == 0 ? argb[i] : mixed(argb[i], pixel, opacity);
        }
        return large;
    }

    /** Maps of one size side by side, so many a row, a transparent pixel between them. */
    public static Picture tiles(List<Picture> maps, int columns) {
        int side = maps.get(0).width() + 1;
        int rows = (maps.size() + columns - 1) / columns;
        int width = columns * side - 1;
        int height = rows * side - 1;
        int[] argb = new int[width * height];
        for (int i = 0; i < maps.size(); i++) {
            Picture map = maps.get(i);
            for (int y = 0; y < map.height(); y++) {
                int to = (i / columns * side + y) * width + i % columns * side;
                System.arraycopy(map.argb(), y * map.width(), argb, to, map.width());
            }
        }
        return new Picture(width, height, argb);
    }

    private static int mixed(int below, int above, double opacity) {
        int mixed = 0xFF000000;
        for (int shift = 0; shift < 24; shift += 8) {
            double value = (1 - opacity) * (below >> shift & 0xFF) + opacity * (above >> shift & 0xFF);
            mixed |= (int) Math.round(value) << shift;
        }
        return mixed;
    }
}
