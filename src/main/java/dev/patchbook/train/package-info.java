/**
 * Training: the step, Adam, schedules, evaluation. Uses ND4J; may import {@code model}, {@code plan}, {@code data},
 * {@code augment}, {@code text}, {@code checkpoint}, {@code sample}, {@code config} and {@code base}.
 */
@NullMarked
package dev.patchbook.train;

import org.jspecify.annotations.NullMarked;
