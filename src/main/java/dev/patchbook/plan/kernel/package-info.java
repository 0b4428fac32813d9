/**
 * Kernels of our own for what ND4J does slowly, one class each, chosen from one table. Uses ND4J; may import {@code
 * base} and {@code plan}.
 */
@NullMarked
package dev.patchbook.plan.kernel;

import org.jspecify.annotations.NullMarked;
