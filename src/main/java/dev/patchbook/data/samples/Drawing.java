package dev.patchbook.data.samples;

import dev.patchbook.base.Picture;
import java.util.function.Supplier;

/**
 * A drawn picture.
 *
 * @param caption what it shows
 * @param picture draws it
 */
record Drawing(String caption, Supplier<Picture> picture) {}
