package dev.patchbook.checkpoint;

/**
 * A line of {@code metrics.jsonl}.
 *
 * @param event {@code step}, {@code evaluated} or {@code stopped}
 * @param step number of the update, or updates done
 * @param loss of the batch or of validation; NaN where it was not finite or there is none
 * @param ms milliseconds of the step; NaN where there are none
 * @param reason why the run stopped; empty otherwise
 */
public record MetricLine(String event, long step, double loss, double ms, String reason) {}
