package dev.patchbook.ui.notebook;

import java.util.Optional;

/** The notebook in front: what the commands of the window act on. Asked anew each time, since another may come to the front. */
@FunctionalInterface
public interface ActiveNotebook {
    /** The column that shows it; empty where no notebook is open. */
    Optional<NotebookView> view();

    /** What is shown of it; empty where no notebook is open. */
    default Optional<NotebookViewModel> model() {
        return view().map(NotebookView::notebook);
    }
}
