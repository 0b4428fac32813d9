package dev.patchbook.ui.shell;

import dev.patchbook.notebook.Notebook;
import dev.patchbook.session.NotebookSession;
import dev.patchbook.store.NotebookStore;
import java.nio.file.Path;
import java.util.Optional;
import java.util.function.Consumer;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyBooleanWrapper;
import javafx.beans.property.ReadOnlyStringProperty;
import javafx.beans.property.ReadOnlyStringWrapper;
import org.jspecify.annotations.Nullable;

/** The notebook as a file: where it is, and whether it says something else by now. */
public final class DocumentViewModel {
    private final NotebookSession session;
    private final NotebookStore store;
    private final Consumer<Path> saved;
    private final ReadOnlyStringWrapper name = new ReadOnlyStringWrapper("");
    private final ReadOnlyBooleanWrapper unsaved = new ReadOnlyBooleanWrapper();
    private @Nullable Notebook seen;

    /** Of a session's notebook and what is kept beside it; {@code saved} is told of each save. */
    public DocumentViewModel(NotebookSession session, NotebookStore store, Consumer<Path> saved) {
        this.session = session;
        this.store = store;
        this.saved = saved;
        session.subscribe(change -> {
            if (change.after().notebook() != seen) {
                refresh();
            }
        });
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
        return store.file();
    }

    /** What relative paths are relative to. */
    public Path folder() {
        return session.places().folder();
    }

    /**
     * Saves the notebook and stays with that file.
     *
     * @throws dev.patchbook.base.UserFacingException where it cannot be written, or would overwrite what is not known here
     */
    public void save(Path target) {
        store.save(target);
        saved.accept(target);
        refresh();
    }

    /** Takes over what the store says of the file now. */
    void refresh() {
        Notebook notebook = session.state().notebook();
        seen = notebook;
        unsaved.set(!store.isSaved(notebook));
        String title = notebook.title();
        name.set(
                !title.isEmpty()
                        ? title
                        : file().map(file -> String.valueOf(file.getFileName())).orElse("Untitled"));
    }
}
