/** What a notebook may read outside of its folder: asked for, remembered, taken back. */
@NullMarked
package dev.patchbook.ui.consent;

import org.jspecify.annotations.NullMarked;
