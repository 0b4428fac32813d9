/** What each kind of cell shows in its frame. */
@NullMarked
package dev.patchbook.ui.cell;

import org.jspecify.annotations.NullMarked;
