/**
 * The document: cells, edits, undo, the graph of what builds on what, and the file format. Immutable values and plain
 * functions; knows nothing of running.
 */
@NullMarked
package dev.patchbook.notebook;

import org.jspecify.annotations.NullMarked;
