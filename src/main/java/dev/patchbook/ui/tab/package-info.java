/** The pages that are open and the strip of tabs that shows them. */
@NullMarked
package dev.patchbook.ui.tab;

import org.jspecify.annotations.NullMarked;
