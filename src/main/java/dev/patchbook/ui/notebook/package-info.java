/** The column of cells: frames, headers, states, keys. */
@NullMarked
package dev.patchbook.ui.notebook;

import org.jspecify.annotations.NullMarked;
