/**
 * The engine on this machine: one thread that owns every native array. Uses ND4J; may import everything below the
 * port.
 */
@NullMarked
package dev.patchbook.engine.local;

import org.jspecify.annotations.NullMarked;
