package dev.patchbook.ui.shell;

import dev.patchbook.notebook.Notebook;
import dev.patchbook.session.NotebookSession;
import dev.patchbook.ui.fx.Appearance;
import dev.patchbook.ui.fx.Dialogs;
import dev.patchbook.ui.fx.Preferences;
import java.nio.file.Path;
import java.util.Optional;
import java.util.function.Supplier;

/**
 * What the window is wired with.
 *
 * @param sessions opens a session for a notebook
 * @param welcome gives the notebook shown when none is asked for
 * @param appearance theme and size of letters
 * @param preferences what is remembered between two starts
 * @param dialogs asks a person
 */
public record Workbench(
        Sessions sessions,
        Supplier<Notebook> welcome,
        Appearance appearance,
        Preferences preferences,
        Dialogs dialogs) {
    /** Opens sessions. */
    @FunctionalInterface
    public interface Sessions {
        /** A session for a notebook; the file is empty where it has none yet. */
        NotebookSession open(Notebook notebook, Optional<Path> file);
    }
}
