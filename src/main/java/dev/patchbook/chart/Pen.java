package dev.patchbook.chart;

import java.util.List;

/**
 * How a line is drawn.
 *
 * @param paint its colour
 * @param width pixels
 * @param dash lengths drawn and left out by turns; empty: drawn through
 * @param opacity 1: covers what is below
 */
public record Pen(Paint paint, double width, List<Double> dash, double opacity) {
    private static final double FAINT = 0.32;
    private static final List<List<Double>> DASHES =
            List.of(List.of(), List.of(8.0, 4.0), List.of(2.0, 3.0), List.of(10.0, 3.0, 2.0, 3.0), List.of(5.0, 4.0));

    /** A line drawn through. */
    public static Pen of(Paint paint, double width) {
        return new Pen(paint, width, List.of(), 1);
    }

    /** The pen of a run among others: colours and dashes repeat at different lengths, so that 35 runs differ. */
    static Pen run(int index) {
        return new Pen(Paint.run(index), 1.75, dash(index), 1);
    }

    /** A dash by number. */
    static List<Double> dash(int index) {
        return DASHES.get(index % DASHES.size());
    }

    /** The same colour, thin and pale: what a smoothed line was made from. */
    Pen faint() {
        return new Pen(paint, 1, List.of(), FAINT);
    }

    /** The same with another dash. */
    Pen dashed(List<Double> other) {
        return new Pen(paint, width, other, opacity);
    }

    /** The same in another width. */
    Pen wide(double other) {
        return new Pen(paint, other, dash, opacity);
    }
}
