/**
 * The command line, over the same engine as the window. May import {@code session}, {@code notebook}, {@code
 * engine}, {@code export}, {@code config} and {@code base}.
 */
@NullMarked
package dev.patchbook.cli;

import org.jspecify.annotations.NullMarked;
