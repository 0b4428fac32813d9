package dev.patchbook.chart;

/**
 * A place on an axis that is written beside it.
 *
 * @param value where
 * @param label its words
 */
public record Tick(double value, String label) {}
