/** The row report: what makes a row unusable, in words for people and codes for programs. Imports nothing of {@code data}. */
@NullMarked
package dev.patchbook.data.report;

import org.jspecify.annotations.NullMarked;
