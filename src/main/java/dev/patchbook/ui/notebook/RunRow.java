package dev.patchbook.ui.notebook;

import dev.patchbook.notebook.CellId;

/**
 * A run in the list of runs.
 *
 * @param cell the cell it belongs to
 * @param name for people
 * @param loss its last loss; NaN before the first step
 * @param live whether it is going on
 */
public record RunRow(CellId cell, String name, double loss, boolean live) {}
