/**
 * What a chart or a map is, without a window: scales, ticks, reduction, smoothing, colour maps and the wording of numbers.
 * Used by window and report alike; imports {@code base} alone.
 */
@NullMarked
package dev.patchbook.chart;

import org.jspecify.annotations.NullMarked;
