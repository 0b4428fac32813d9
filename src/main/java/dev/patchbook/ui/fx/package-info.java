/** What every view needs of the toolkit: appearance, fonts, icons, frames, dialogs. */
@NullMarked
package dev.patchbook.ui.fx;

import org.jspecify.annotations.NullMarked;
