/**
 * The launcher and the wiring of all parts.
 */
@NullMarked
package dev.patchbook.app;

import org.jspecify.annotations.NullMarked;
