package dev.patchbook.chart;

import java.util.Locale;

/** Writes a drawing as SVG. Every text and attribute is escaped; numbers are short. */
final class Svg {
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

    /** A straight line. */
    Svg line(double x1, double y1, double x2, double y2, Paint paint) {
        out.append("<line");
        attribute("x1", number(x1)).attribute("y1", number(y1));
        attribute("x2", number(x2)).attribute("y2", number(y2));
        return stroke(paint).end();
    }

    /** A line through points; one that is not finite breaks it. */
    Svg path(LossPlot.Line line, double left, double top, Paint paint) {
        StringBuilder path = new StringBuilder();
        boolean pen = false;
        for (int i = 0; i < line.size(); i++) {
            boolean placed = Double.isFinite(line.ys()[i]);
            if (placed) {
                path.append(pen ? 'L' : 'M')
                        .append(number(left + line.xs()[i]))
                        .append(' ')
                        .append(number(top + line.ys()[i]));
            }
            pen = placed;
        }
        if (path.length() == 0) {
            return this;
        }
        out.append("<path");
        attribute("d", path.toString()).attribute("fill", "none").attribute("stroke-linejoin", "round");
        return stroke(paint).end();
    }

    /** A ring, filled with the background. */
    Svg ring(double x, double y, double radius, Paint paint) {
        out.append("<circle");
        attribute("cx", number(x)).attribute("cy", number(y)).attribute("r", number(radius));
        attribute("fill", Paint.BACKGROUND.color());
        return stroke(paint).end();
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

    /** A filled bar in a colour of the page. */
    Svg bar(double x, double y, double width, double height, Paint paint) {
        out.append("<rect");
        attribute("x", number(x)).attribute("y", number(y));
        attribute("width", number(width)).attribute("height", number(height));
        return attribute("fill", paint.color())
                .attribute("class", paint.fillClass())
                .end();
    }

    /** Words with their vertical middle at y; {@code anchor} is start, middle or end. */
    Svg text(String words, double x, double y, String anchor, Paint paint) {
        out.append("<text");
        attribute("x", number(x)).attribute("y", number(y)).attribute("dy", "0.35em");
        attribute("text-anchor", anchor).attribute("fill", paint.color()).attribute("class", paint.fillClass());
        out.append('>').append(PlainText.escaped(words)).append("</text>");
        return this;
    }

    /** The whole drawing. */
    String close() {
        return out.append("</svg>").toString();
    }

    /** About how wide words are, where no font is at hand. */
    static double width(String words) {
        return words.length() * 6.6;
    }

    private Svg stroke(Paint paint) {
        attribute("stroke", paint.color()).attribute("stroke-width", number(paint.width()));
        if (paint == Paint.VALIDATION) {
            attribute("stroke-dasharray", "5 4");
        }
        return attribute("class", paint.strokeClass());
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

    /**
     * What is drawn with: a colour for a drawing on its own, on white, and a class by which a page gives another one, as
     * at night.
     */
    enum Paint {
        GRID("#d8dee4", 1),
        MUTED("#57606a", 1),
        TRAINING("#0969da", 1.75),
        RAW("#a8cdf5", 1),
        VALIDATION("#bc4c00", 1.75),
        MARK("#bc4c00", 1.5),
        DANGER("#cf222e", 1.75),
        BACKGROUND("#ffffff", 0);

        private final String color;
        private final double width;

        Paint(String color, double width) {
            this.color = color;
            this.width = width;
        }

        String color() {
            return color;
        }

        double width() {
            return width;
        }

        String strokeClass() {
            return "s-" + name().toLowerCase(Locale.ROOT);
        }

        String fillClass() {
            return "f-" + name().toLowerCase(Locale.ROOT);
        }
    }
}
