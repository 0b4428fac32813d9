/** Choosing data: the first rows of a source, and how they are to be read. */
@NullMarked
package dev.patchbook.ui.importing;

import org.jspecify.annotations.NullMarked;
