package dev.patchbook.chart;

import java.util.Locale;

/** A part of a run's chart with a vertical axis of its own; all parts share the horizontal one. In the order drawn. */
public enum Strip {
    /** What the run is about: always there, and tall. */
    LOSS("nats"),
    /** The loss of one run less that of another, where exactly two are compared. */
    DIFFERENCE("nats"),
    LEARNING_RATE(""),
    GRADIENT_NORM(""),
    /** Power of ten of an update's length over that of the parameters, for each part; about a thousandth is healthy. */
    UPDATE_RATIO("log10"),
    SPEED("samples/s");

    private final String unit;

    Strip(String unit) {
        this.unit = unit;
    }

    /** What it is called. */
    public String title() {
        return name().toLowerCase(Locale.ROOT).replace('_', ' ');
    }

    /** What its axis counts; empty: a bare number. */
    public String unit() {
        return unit;
    }
}
