/** The start page: welcome, examples, recent notebooks. */
@NullMarked
package dev.patchbook.ui.start;

import org.jspecify.annotations.NullMarked;
