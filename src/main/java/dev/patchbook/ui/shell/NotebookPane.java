package dev.patchbook.ui.shell;

import dev.patchbook.session.NotebookSession;
import dev.patchbook.ui.cell.CellBodies;
import dev.patchbook.ui.fx.Actions;
import dev.patchbook.ui.fx.Dialogs;
import dev.patchbook.ui.notebook.CellFrame;
import dev.patchbook.ui.notebook.NotebookView;
import dev.patchbook.ui.notebook.NotebookViewModel;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;

/** An open notebook: its session, what is shown of it, and the column that shows it. */
final class NotebookPane {
    private final NotebookSession session;
    private final DocumentViewModel document;
    private final NotebookViewModel notebook;
    private final NotebookView view;

    NotebookPane(NotebookSession session, @Nullable Path file, Dialogs dialogs, Actions actions) {
        this.session = session;
        this.document = new DocumentViewModel(session, file);
        this.notebook = new NotebookViewModel(session);
        CellFrame.Surroundings surroundings = new CellFrame.Surroundings(dialogs, document::folder, actions);
        this.view = new NotebookView(
                notebook,
                cell -> new CellFrame(
                        cell, notebook.commands(), CellBodies.of(cell, notebook.commands()), surroundings));
    }

    DocumentViewModel document() {
        return document;
    }

    NotebookViewModel notebook() {
        return notebook;
    }

    NotebookView view() {
        return view;
    }

    /** Stops what runs and lets go of everything. */
    void close() {
        view.release();
        notebook.close();
        session.close();
    }
}
