/**
 * Data sets: CSV and folder readers with their row report, picture decoding and resizing, the split, and batches as
 * plain arrays. The one user of AWT and ImageIO below the window. May import {@code text}, {@code config} and {@code
 * base}.
 */
@NullMarked
package dev.patchbook.data;

import org.jspecify.annotations.NullMarked;
