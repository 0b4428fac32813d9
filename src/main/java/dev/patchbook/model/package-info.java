/**
 * The model as one SameDiff graph, a class for each of its parts, and its parameters. Uses ND4J; may import {@code
 * config} and {@code base}.
 */
@NullMarked
package dev.patchbook.model;

import org.jspecify.annotations.NullMarked;
