/** The report on rows that cannot be used. */
@NullMarked
package dev.patchbook.ui.rows;

import org.jspecify.annotations.NullMarked;
