package dev.patchbook.ui.importing;

import dev.patchbook.ui.form.FormViewModel;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** What data is chosen for: a cell of a notebook, or a notebook to be begun on it. */
public interface ImportTarget {
    /** For people, as in {@code the cell “scenes”}. */
    String words();

    /** What relative paths are relative to. */
    Path folder();

    /** The settings as they are, or are to be; filled anew each time. */
    FormViewModel form();

    /** What may be read outside of the folder. */
    Set<Path> allowed();

    /**
     * Takes the data over, as one step of undo.
     *
     * @param settings all that is written; the others are at their defaults
     * @param granted what may be read outside of the folder from now on, besides what might before
     * @param run whether the cell is to be run
     */
    void use(Map<String, String> settings, List<Path> granted, boolean run);
}
