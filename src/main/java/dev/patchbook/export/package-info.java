/**
 * The report of a notebook as one HTML page. May import {@code notebook}, {@code session}, {@code engine}, {@code
 * chart}, {@code config} and {@code base}.
 */
@NullMarked
package dev.patchbook.export;

import org.jspecify.annotations.NullMarked;
