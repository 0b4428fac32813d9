/** The guided tour of the window. */
@NullMarked
package dev.patchbook.ui.tour;

import org.jspecify.annotations.NullMarked;
