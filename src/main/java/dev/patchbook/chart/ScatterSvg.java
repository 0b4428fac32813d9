package dev.patchbook.chart;

import dev.patchbook.base.TensorView;
import dev.patchbook.chart.Surface.Align;
import java.util.List;

/** Points in a plane as SVG, both directions in one scale, and what their colours stand for below. */
public final class ScatterSvg {
    private static final double MARGIN = 10;
    private static final double RADIUS = 3.5;
    private static final double LINE = 20;

    private ScatterSvg() {}

    /** A colour and its name. */
    public record Key(int rgb, String name) {}

    /**
     * The drawing.
     *
     * @param places of the points [n, 2]
     * @param colours of each, 0xRRGGBB
     * @param keys what colours stand for
     * @param side of the plane, pixels
     * @param words what a screen reader says
     */
    public static String draw(TensorView places, List<Integer> colours, List<Key> keys, double side, String words) {
        Svg svg = Svg.begin(side, side + LINE * keys.size() + MARGIN, words);
        Range across = range(places, 0);
        Range up = range(places, 1);
        double scale = (side - 2 * MARGIN) / Math.max(1e-12, Math.max(across.length(), up.length()));
        for (int i = 0; i < places.shape()[0]; i++) {
            double x = side / 2 + (places.at(i, 0) - (across.min() + across.max()) / 2) * scale;
            double y = side / 2 - (places.at(i, 1) - (up.min() + up.max()) / 2) * scale;
            svg.disc(x, y, RADIUS, colours.get(i));
        }
        for (int i = 0; i < keys.size(); i++) {
            double y = side + LINE * (i + 0.5);
            svg.disc(MARGIN, y, RADIUS + 1, keys.get(i).rgb());
            svg.text(keys.get(i).name(), 2 * MARGIN, y, Align.LEFT, Paint.MUTED);
        }
        return svg.close();
    }

    private static Range range(TensorView places, int dimension) {
        float[] values = new float[places.shape()[0]];
        for (int i = 0; i < values.length; i++) {
            values[i] = places.at(i, dimension);
        }
        return Range.of(values);
    }
}
