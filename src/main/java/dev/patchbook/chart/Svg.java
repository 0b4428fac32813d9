package dev.patchbook.chart;

import java.util.Locale;
import java.util.stream.Collectors;

/** Writes a drawing as SVG. Every text and attribute is escaped; numbers are short. */
final class Svg implements Surface {
    private static final double RADIUS = 3;
    private static final double LINE = 16;
    private static final double LETTER = 6.6;

    private final StringBuilder out = new StringBuilder();

    /** Begins a drawing of so many pixels that a screen reader takes as one picture with this text. */
    static Svg begin(double width, double height, String words) {
        Svg svg = new Svg();
        svg.out.append("<svg xmlns=\"http://www.w3.org/2000/svg\" role=\"img\"");
        svg.attribute("aria-label", words).attribute("viewBox", "0 0 " + number(width) + " " + number(height));
        svg.attribute("width", number(width)).attribute("height", number(height));
        svg.attribute("font-family", "Inter, system-ui, sans-serif").attribute("font-size", "12");
        svg.out.append('>');
        return svg;
    }

    @Override
    public void line(double x1, double y1, double x2, double y2, Pen pen) {
        out.append("<line");
        attribute("x1", number(x1)).attribute("y1", number(y1));
        attribute("x2", number(x2)).attribute("y2", number(y2));
        stroke(pen).end();
    }

    @Override
    public void path(Line line, double left, double top, Pen pen) {
        StringBuilder path = new StringBuilder();
        boolean placed = false;
        for (int i = 0; i < line.size(); i++) {
            boolean now = Double.isFinite(line.ys()[i]);
            if (now) {
                path.append(placed ? 'L' : 'M')
                        .append(number(left + line.xs()[i]))
                        .append(' ')
                        .append(number(top + line.ys()[i]));
            }
            placed = now;
        }
        if (path.length() > 0) {
            out.append("<path");
            attribute("d", path.toString()).attribute("fill", "none").attribute("stroke-linejoin", "round");
            stroke(pen).end();
        }
    }

    @Override
    public void mark(Marker marker, double x, double y, boolean open, Paint paint) {
        double[] xs = marker.xs(x, RADIUS);
        double[] ys = marker.ys(y, RADIUS);
        if (xs.length == 0) {
            out.append("<circle");
            attribute("cx", number(x)).attribute("cy", number(y)).attribute("r", number(RADIUS));
        } else {
            StringBuilder points = new StringBuilder();
            for (int i = 0; i < xs.length; i++) {
                points.append(number(xs[i])).append(',').append(number(ys[i])).append(' ');
            }
            out.append("<polygon");
            attribute("points", points.toString().strip());
        }
        Paint inside = open ? Paint.BACKGROUND : paint;
        attribute("fill", inside.color()).attribute("stroke", paint.color()).attribute("stroke-width", "1.5");
        attribute("class", paint.strokeClass() + " " + inside.fillClass()).end();
    }

    @Override
    public void band(double x, double y, double width, double height, Paint paint) {
        out.append("<rect");
        attribute("x", number(x)).attribute("y", number(y));
        attribute("width", number(width)).attribute("height", number(height));
        attribute("fill", paint.color()).attribute("class", paint.fillClass()).end();
    }

    /** A filled rectangle. */
    Svg rectangle(double x, double y, double width, double height, int rgb) {
        out.append("<rect");
        attribute("x", number(x)).attribute("y", number(y));
        attribute("width", number(width))
                .attribute("height", number(height))
                .attribute("shape-rendering", "crispEdges");
        return attribute("fill", String.format(Locale.ROOT, "#%06x", rgb & 0xFFFFFF))
                .end();
    }

    /** A filled disc with a thin rim. */
    Svg disc(double x, double y, double radius, int rgb) {
        out.append("<circle");
        attribute("cx", number(x)).attribute("cy", number(y)).attribute("r", number(radius));
        attribute("fill", String.format(Locale.ROOT, "#%06x", rgb & 0xFFFFFF));
        attribute("stroke", Paint.MUTED.color()).attribute("stroke-width", "0.5");
        return attribute("class", Paint.MUTED.strokeClass()).end();
    }

    @Override
    public void text(String words, double x, double y, Align align, Paint paint) {
        write(words, x, y, align, paint, "");
    }

    @Override
    public void strong(String words, double x, double y, Paint paint) {
        write(words, x, y, Align.LEFT, paint, "600");
    }

    private void write(String words, double x, double y, Align align, Paint paint, String weight) {
        out.append("<text");
        String anchor = align == Align.LEFT ? "start" : align == Align.MIDDLE ? "middle" : "end";
        attribute("x", number(x)).attribute("y", number(y)).attribute("dy", "0.35em");
        attribute("text-anchor", anchor).attribute("fill", paint.color()).attribute("class", paint.fillClass());
        if (!weight.isEmpty()) {
            attribute("font-weight", weight);
        }
        out.append('>').append(PlainText.escaped(words)).append("</text>");
    }

    @Override
    public double lineHeight() {
        return LINE;
    }

    /** The whole drawing. */
    String close() {
        return out.append("</svg>").toString();
    }

    /** About how wide words are, where no font is at hand. */
    @Override
    public double width(String words) {
        return words.length() * LETTER;
    }

    private Svg stroke(Pen pen) {
        attribute("stroke", pen.paint().color()).attribute("stroke-width", number(pen.width()));
        if (!pen.dash().isEmpty()) {
            attribute("stroke-dasharray", pen.dash().stream().map(Svg::number).collect(Collectors.joining(" ")));
        }
        if (pen.opacity() < 1) {
            attribute("stroke-opacity", Double.toString(pen.opacity()));
        }
        return attribute("class", pen.paint().strokeClass());
    }

    private Svg attribute(String name, String value) {
        out.append(' ')
                .append(name)
                .append("=\"")
                .append(PlainText.escaped(value))
                .append('"');
        return this;
    }

    private Svg end() {
        out.append("/>");
        return this;
    }

    private static String number(double value) {
        double rounded = Math.rint(value * 10) / 10;
        return rounded == Math.rint(rounded) ? Long.toString((long) rounded) : Double.toString(rounded);
    }
}
