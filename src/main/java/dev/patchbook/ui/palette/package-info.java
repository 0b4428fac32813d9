/** What lies over the window for a moment: the command palette and the sheet of keys. */
@NullMarked
package dev.patchbook.ui.palette;

import org.jspecify.annotations.NullMarked;
