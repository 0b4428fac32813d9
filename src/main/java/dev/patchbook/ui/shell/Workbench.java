package dev.patchbook.ui.shell;

import dev.patchbook.engine.Engine;
import dev.patchbook.notebook.Notebook;
import dev.patchbook.session.NotebookSession;
import dev.patchbook.session.Places;
import dev.patchbook.ui.fx.Appearance;
import dev.patchbook.ui.fx.Dialogs;
import dev.patchbook.ui.fx.Preferences;
import java.nio.file.Path;
import java.util.Optional;
import java.util.function.Predicate;

/**
 * What the window is wired with.
 *
 * @param sessions opens a session for a notebook
 * @param engine reads data that is looked at before a notebook takes it over
 * @param appearance theme and size of letters
 * @param preferences what is remembered between two starts
 * @param dialogs asks a person
 * @param support what help tells of the program
 */
public record Workbench(
        Sessions sessions,
        Engine engine,
        Appearance appearance,
        Preferences preferences,
        Dialogs dialogs,
        Support support) {
    /** Opens sessions. */
    @FunctionalInterface
    public interface Sessions {
        /** A session for a notebook. */
        NotebookSession open(Notebook notebook, Origin origin);
    }

    /**
     * What help tells of the program.
     *
     * @param version the program's version
     * @param logs the folder of the log
     * @param folders shows a folder in the file manager; false where that is not possible. Not called on the JavaFX thread
     */
    public record Support(String version, Path logs, Predicate<Path> folders) {}

    /**
     * Where a notebook comes from.
     *
     * @param file its file; empty where it has none yet
     * @param folder what its relative paths are relative to while it has no file; empty for the program's own folder
     * @param places what is kept of it since an earlier time when it had no file; empty otherwise
     */
    public record Origin(Optional<Path> file, Optional<Path> folder, Optional<Places> places) {
        /** A notebook of the program's own, or an empty one. */
        public static final Origin NONE = new Origin(Optional.empty(), Optional.empty(), Optional.empty());

        /** A notebook's file. */
        public static Origin of(Path file) {
            return new Origin(Optional.of(file), Optional.empty(), Optional.empty());
        }

        /** A notebook made for files of a folder. */
        public static Origin in(Path folder) {
            return new Origin(Optional.empty(), Optional.of(folder), Optional.empty());
        }

        /** A notebook that never had a file, as it was left. */
        public static Origin left(Places places) {
            return new Origin(Optional.empty(), Optional.of(places.folder()), Optional.of(places));
        }
    }
}
