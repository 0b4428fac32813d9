package dev.patchbook.ui.notebook;

import dev.patchbook.notebook.CellId;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Shows the first rows of data and how it would be read, before a cell takes it over. */
@FunctionalInterface
public interface DataImport {
    /**
     * Shows data.
     *
     * @param cell the data cell it is for; empty: a new one, or another the person chooses
     * @param files what was chosen; empty: what the settings name
     * @param settings what is written so far
     */
    void choose(Optional<CellId> cell, List<Path> files, Map<String, String> settings);
}
