package dev.patchbook.checkpoint;

import dev.patchbook.base.ImageUse;
import dev.patchbook.base.StepDetail;

/**
 * A line of {@code metrics.jsonl}.
 *
 * @param event {@code step}, {@code evaluated}, {@code stage} or {@code stopped}
 * @param step number of the update, or updates done
 * @param loss of the batch or of validation; NaN where it was not finite or there is none
 * @param ms milliseconds of the step; NaN where there are none
 * @param reason why the run stopped, or what trains in a stage; empty otherwise
 * @param rate learning rate; NaN where it is not told
 * @param norm of the gradient; NaN where it is not told
 * @param detail what else was measured of a step
 * @param use what was measured at an evaluation of whether the model looks
 */
public record MetricLine(
        String event,
        long step,
        double loss,
        double ms,
        String reason,
        double rate,
        double norm,
        StepDetail detail,
        ImageUse use) {
    /** A line of the least there can be. */
    public MetricLine(String event, long step, double loss, double ms, String reason) {
        this(event, step, loss, ms, reason, Double.NaN, Double.NaN, StepDetail.NONE, ImageUse.NONE);
    }
}
