/** Finding words in a notebook. */
@NullMarked
package dev.patchbook.ui.find;

import org.jspecify.annotations.NullMarked;
