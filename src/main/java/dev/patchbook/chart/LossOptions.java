package dev.patchbook.chart;

import org.jspecify.annotations.Nullable;

/**
 * How a loss chart shows its run.
 *
 * @param log whether equal factors of the loss are equal heights
 * @param time whether the horizontal axis is seconds of training, not steps
 * @param smoothing weight of the past in the line, 0 up to, not including, 1; 0: the losses as they are
 * @param total steps the run will have; 0: not known
 * @param zoom part of the horizontal axis to show; null: all
 */
public record LossOptions(
        boolean log,
        boolean time,
        double smoothing,
        double total,
        @Nullable Range zoom) {
    /** Logarithmic, by step, without smoothing. */
    public static final LossOptions DEFAULT = new LossOptions(true, false, 0, 0, null);

    /** The same with a logarithmic or linear loss. */
    public LossOptions withLog(boolean value) {
        return new LossOptions(value, time, smoothing, total, zoom);
    }

    /** The same by time or by step, showing all of it. */
    public LossOptions withTime(boolean value) {
        return new LossOptions(log, value, smoothing, total, null);
    }

    /** The same with another smoothing. */
    public LossOptions withSmoothing(double value) {
        return new LossOptions(log, time, value, total, zoom);
    }

    /** The same for a run of so many steps. */
    public LossOptions withTotal(double value) {
        return new LossOptions(log, time, smoothing, value, zoom);
    }

    /** The same showing a part of the horizontal axis; null: all. */
    public LossOptions withZoom(@Nullable Range value) {
        return new LossOptions(log, time, smoothing, total, value);
    }
}
