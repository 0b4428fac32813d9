package dev.patchbook.chart;

/** What a chart is drawn on: a canvas of the window, or SVG. Pixels count from its upper left corner. */
public interface Surface {
    /** Where words stand from their place. */
    enum Align {
        LEFT,
        MIDDLE,
        RIGHT
    }

    /** A straight line. */
    void line(double x1, double y1, double x2, double y2, Pen pen);

    /** A line through points, moved by so much; one that is not finite breaks it. */
    void path(Line line, double left, double top, Pen pen);

    /** A marker; an open one is filled with the background. */
    void mark(Marker marker, double x, double y, boolean open, Paint paint);

    /** A filled rectangle. */
    void band(double x, double y, double width, double height, Paint paint);

    /** Words with their vertical middle at y. */
    void text(String words, double x, double y, Align align, Paint paint);

    /** Words in bold letters. */
    void strong(String words, double x, double y, Paint paint);

    /** How wide words are, in bold letters. */
    double width(String words);

    /** How high a line of words is. */
    double lineHeight();
}
