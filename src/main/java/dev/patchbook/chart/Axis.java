package dev.patchbook.chart;

import java.util.Locale;

/** What the horizontal axis of a run's chart counts. */
public enum Axis {
    STEP,
    /** How often as many rows were seen as there are to train on. */
    EPOCH,
    /** Seconds of training; pauses do not count. */
    TIME;

    /** The word beside the axis. */
    public String word() {
        return name().toLowerCase(Locale.ROOT);
    }
}
