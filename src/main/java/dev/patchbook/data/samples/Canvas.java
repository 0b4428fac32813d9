package dev.patchbook.data.samples;

import dev.patchbook.base.Picture;
import dev.patchbook.data.samples.Shape.Box;
import java.util.Arrays;

/** Pixels to draw on; edges are smooth, by counting how many of sixteen points in a pixel a shape covers. */
final class Canvas {
    private static final int SIDE = 4;
    private static final int POINTS = SIDE * SIDE;
    private static final int OPAQUE = 256;

    private final int width;
    private final int height;
    private final int[] rgb;

    Canvas(int width, int height, Paint background) {
        this.width = width;
        this.height = height;
        this.rgb = new int[width * height];
        for (int i = 0; i < rgb.length; i++) {
            rgb[i] = background.at(i % width, i / width);
        }
    }

    /** Fills a shape. */
    Canvas fill(Shape shape, int colour) {
        return fill(shape, Paint.plain(colour), OPAQUE);
    }

    /** Fills a shape. */
    Canvas fill(Shape shape, Paint paint) {
        return fill(shape, paint, OPAQUE);
    }

    /** Fills a shape so that what is under it shows through; opacity of 256. */
    Canvas fill(Shape shape, Paint paint, int opacity) {
        Box box = shape.bounds();
        int bottom = Math.min(height - 1, Math.floorDiv(box.bottom(), Shape.UNIT));
        int right = Math.min(width - 1, Math.floorDiv(box.right(), Shape.UNIT));
        for (int y = Math.max(0, Math.floorDiv(box.top(), Shape.UNIT)); y <= bottom; y++) {
            for (int x = Math.max(0, Math.floorDiv(box.left(), Shape.UNIT)); x <= right; x++) {
                int part = covered(shape, x, y) * opacity;
                if (part > 0) {
                    int at = y * width + x;
                    rgb[at] = Paint.mix(rgb[at], paint.at(x, y), part, POINTS * OPAQUE);
                }
            }
        }
        return this;
    }

    private static int covered(Shape shape, int x, int y) {
        int covered = 0;
        int step = Shape.UNIT / SIDE;
        for (int i = 0; i < POINTS; i++) {
            int px = x * Shape.UNIT + step / 2 + i % SIDE * step;
            int py = y * Shape.UNIT + step / 2 + i / SIDE * step;
            covered += shape.contains(px, py) ? 1 : 0;
        }
        return covered;
    }

    /** What was drawn. */
    Picture picture() {
        return new Picture(
                width, height, Arrays.stream(rgb).map(c -> 0xFF000000 | c).toArray());
    }
}
