/** The window around the notebook: bar, outline, files, keys. */
@NullMarked
package dev.patchbook.ui.shell;

import org.jspecify.annotations.NullMarked;
