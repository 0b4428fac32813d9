/**
 * Looking inside a model: attention, patches and positions, attribution and nearest tokens. Uses ND4J; may import
 * {@code sample}, {@code model}, {@code plan}, {@code text}, {@code config} and {@code base}.
 */
@NullMarked
package dev.patchbook.inspect;

import org.jspecify.annotations.NullMarked;
