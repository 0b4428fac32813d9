package dev.patchbook.data.samples;

import dev.patchbook.base.CounterHash;
import dev.patchbook.base.Picture;

/** Draws scenes; the numbers left open (exact size, place, background) are drawn from a stream of random numbers. */
final class SceneDrawing {
    /** Side of a scene, pixels. */
    static final int SIDE = 48;

    private static final int[] COLOURS = {0xDC2F2F, 0x2F9E44, 0x2B5FD9, 0xF2B20C, 0xF581B8, 0x23262B};
    private static final int LIGHTEST = 253;
    private static final int SHADES = 10;
    private static final double[] RADII = {7, 11};
    private static final double MIDDLE = SIDE / 2.0;
    private static final double APART = 12;
    private static final double ALONG = 0.5;
    private static final double ACROSS = 1;
    private static final double ALONE = 1.5;

    private final long key;
    private int drawn;

    private SceneDrawing(long key) {
        this.key = key;
    }

    /**
     * Draws a scene.
     *
     * @param scene what it shows
     * @param key of the stream of random numbers
     */
    static Picture draw(Scene scene, long key) {
        return new SceneDrawing(key).draw(scene);
    }

    private Picture draw(Scene scene) {
        int background = shade() << 16 | shade() << 8 | shade();
        Canvas canvas = new Canvas(SIDE, SIDE, Paint.plain(background));
        if (scene.relation() < 0) {
            Scene.Item item = scene.objects().get(0);
            return paint(canvas, item, MIDDLE + even(ALONE), MIDDLE + even(ALONE), radius(item))
                    .picture();
        }
        return two(canvas, scene).picture();
    }

    /** Along the relation's axis each has its half; across it they are nearly level. */
    private Canvas two(Canvas canvas, Scene scene) {
        boolean vertical = scene.relation() < 2;
        boolean firstIsLess = scene.relation() % 2 == 0; // above, left of
        Scene.Item less = scene.objects().get(firstIsLess ? 0 : 1);
        Scene.Item more = scene.objects().get(firstIsLess ? 1 : 0);
        double lessAt = MIDDLE - APART + even(ALONG);
        double moreAt = MIDDLE + APART + even(ALONG);
        double lessLevel = MIDDLE + even(ACROSS);
        double moreLevel = MIDDLE + even(ACROSS);
        if (vertical) {
            paint(canvas, less, lessLevel, lessAt, radius(less));
            return paint(canvas, more, moreLevel, moreAt, radius(more));
        }
        paint(canvas, less, lessAt, lessLevel, radius(less));
        return paint(canvas, more, moreAt, moreLevel, radius(more));
    }

    private int shade() {
        return LIGHTEST - CounterHash.below(key, drawn++, SHADES);
    }

    private double radius(Scene.Item item) {
        return RADII[item.size()] + even(0.3);
    }

    /** Uniform between -reach and reach. */
    private double even(double reach) {
        return (2 * uniform() - 1) * reach;
    }

    private double uniform() {
        return CounterHash.uniform(key, drawn++);
    }

    private static Canvas paint(Canvas canvas, Scene.Item item, double x, double y, double radius) {
        Shape shape = switch (item.shape()) {
            case 0 -> Shape.circle(x, y, radius);
            case 1 -> Shape.box(x - radius, y - radius, radius * 2, radius * 2);
            default ->
                Shape.polygon(x, y - radius, x + radius * 1.1, y + radius * 0.85, x - radius * 1.1, y + radius * 0.85);
        };
        return canvas.fill(shape, COLOURS[item.colour()]);
    }
}
