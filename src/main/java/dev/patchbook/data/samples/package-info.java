/** Draws the sample data: integer and strict arithmetic alone, so that every machine makes the same bytes. */
@NullMarked
package dev.patchbook.data.samples;

import org.jspecify.annotations.NullMarked;
