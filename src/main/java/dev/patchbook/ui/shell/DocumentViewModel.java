package dev.patchbook.ui.shell;

import dev.patchbook.notebook.Notebook;
import dev.patchbook.notebook.NotebookFiles;
import dev.patchbook.notebook.NotebookFormat;
import dev.patchbook.session.NotebookSession;
import dev.patchbook.session.Places;
import java.nio.file.Path;
import java.util.Optional;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyBooleanWrapper;
import javafx.beans.property.ReadOnlyStringProperty;
import javafx.beans.property.ReadOnlyStringWrapper;
import org.jspecify.annotations.Nullable;

/** The notebook as a file: where it is, and whether it says something else by now. */
public final class DocumentViewModel {
    private final NotebookSession session;
    private final ReadOnlyStringWrapper name = new ReadOnlyStringWrapper("");
    private final ReadOnlyBooleanWrapper unsaved = new ReadOnlyBooleanWrapper();
    private @Nullable Path file;
    private Notebook saved;
    private @Nullable Notebook seen;

    /** Of a session's notebook, as it was opened from a file, or from nothing. */
    public DocumentViewModel(NotebookSession session, @Nullable Path file) {
        this.session = session;
        this.file = file;
        this.saved = session.state().notebook();
        session.subscribe(change -> refresh());
        refresh();
    }

    /** The title, else the file's name. */
    public ReadOnlyStringProperty nameProperty() {
        return name.getReadOnlyProperty();
    }

    /** Whether there are changes that are not saved. */
    public ReadOnlyBooleanProperty unsavedProperty() {
        return unsaved.getReadOnlyProperty();
    }

    /** The file; empty before the first save. */
    public Optional<Path> file() {
        return Optional.ofNullable(file);
    }

    /** What relative paths are relative to. */
    public Path folder() {
        return session.places().folder();
    }

    /**
     * Saves the notebook and stays with that file.
     *
     * @throws dev.patchbook.base.UserFacingException where it cannot be written
     */
    public void save(Path target) {
        Notebook notebook = session.state().notebook();
        NotebookFiles.save(target, notebook);
        saved = notebook;
        if (!target.equals(file)) {
            file = target;
            session.moved(Places.beside(target));
        }
        seen = null;
        refresh();
    }

    private void refresh() {
        Notebook notebook = session.state().notebook();
        if (notebook == seen) {
            return;
        }
        seen = notebook;
        // Undo leads back to the very same notebook, so most of the time no text is compared.
        unsaved.set(notebook != saved && !NotebookFormat.write(notebook).equals(NotebookFormat.write(saved)));
        String title = notebook.title();
        name.set(!title.isEmpty() ? title : file == null ? "Untitled" : String.valueOf(file.getFileName()));
    }
}
