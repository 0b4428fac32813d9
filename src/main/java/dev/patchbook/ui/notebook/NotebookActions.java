package dev.patchbook.ui.notebook;

import dev.patchbook.notebook.CellId;
import dev.patchbook.notebook.CellKind;
import dev.patchbook.ui.fx.Actions;
import dev.patchbook.ui.fx.Command;
import java.util.Optional;
import java.util.function.Consumer;

/** Binds the commands on the notebook in front and on its current cell. */
public final class NotebookActions {
    private final Actions actions;
    private final ActiveNotebook active;

    private NotebookActions(Actions actions, ActiveNotebook active) {
        this.actions = actions;
        this.active = active;
    }

    /** Binds them. */
    public static void bind(Actions actions, ActiveNotebook active) {
        NotebookActions binding = new NotebookActions(actions, active);
        binding.notebook();
        binding.running();
        binding.cells();
        binding.going();
    }

    private void notebook() {
        onNotebook(Command.UNDO, notebook -> notebook.commands().undo());
        onNotebook(Command.REDO, notebook -> notebook.commands().redo());
        onNotebook(Command.RUN_ALL, notebook -> notebook.commands().runAll());
        onNotebook(Command.RUN_STALE, notebook -> notebook.commands().runStale());
        actions.bind(
                Command.INTERRUPT,
                () -> active.model()
                        .filter(notebook -> notebook.busyProperty().get())
                        .isPresent(),
                () -> active.model().ifPresent(notebook -> notebook.commands().interruptAll()));
    }

    private void running() {
        onCell(Command.RUN_CELL, this::run);
        onCell(Command.RUN_ADVANCE, id -> {
            run(id);
            active.model().ifPresent(notebook -> {
                if (notebook.currentIndex() == notebook.cells().size() - 1) {
                    notebook.commands().add(notebook.cells().size(), CellKind.NOTE);
                } else {
                    notebook.step(1);
                }
            });
        });
        onCell(Command.RUN_INSERT, id -> {
            run(id);
            add(1);
        });
    }

    private void run(CellId id) {
        frame().ifPresent(CellFrame::leave);
        active.model().flatMap(notebook -> notebook.cell(id)).ifPresent(cell -> {
            if (cell.cellProperty().get().kind().runs()) {
                active.model().ifPresent(notebook -> notebook.commands().run(id));
            }
        });
    }

    private void cells() {
        onCell(Command.EDIT_CELL, id -> frame().ifPresent(CellFrame::edit));
        onCell(Command.EXPORT, id -> frame().ifPresent(CellFrame::export));
        onCell(Command.LEAVE, id -> frame().ifPresent(CellFrame::leave));
        onNotebook(Command.ADD_ABOVE, notebook -> add(0));
        onNotebook(Command.ADD_BELOW, notebook -> add(1));
        onCell(Command.MOVE_UP, id -> commands().ifPresent(commands -> commands.move(id, -1)));
        onCell(Command.MOVE_DOWN, id -> commands().ifPresent(commands -> commands.move(id, 1)));
        onCell(Command.DUPLICATE, id -> commands().ifPresent(commands -> commands.duplicate(id)));
        onCell(Command.DELETE, id -> commands().ifPresent(commands -> commands.delete(id)));
    }

    private void add(int offset) {
        active.model()
                .ifPresent(notebook ->
                        notebook.commands().add(Math.max(0, notebook.currentIndex() + offset), CellKind.NOTE));
    }

    private void going() {
        onNotebook(Command.CELL_BEFORE, notebook -> notebook.step(-1));
        onNotebook(Command.CELL_AFTER, notebook -> notebook.step(1));
        onNotebook(
                Command.FIRST_CELL, notebook -> notebook.step(-notebook.cells().size()));
        onNotebook(Command.LAST_CELL, notebook -> notebook.step(notebook.cells().size()));
    }

    private Optional<NotebookCommands> commands() {
        return active.model().map(NotebookViewModel::commands);
    }

    private Optional<CellFrame> frame() {
        return active.view().flatMap(NotebookView::currentFrame);
    }

    private void onNotebook(Command command, Consumer<NotebookViewModel> action) {
        actions.bind(
                command, () -> active.model().isPresent(), () -> active.model().ifPresent(action));
    }

    private void onCell(Command command, Consumer<CellId> action) {
        actions.bind(command, () -> current().isPresent(), () -> current().ifPresent(action));
    }

    private Optional<CellId> current() {
        return active.model()
                .flatMap(notebook ->
                        Optional.ofNullable(notebook.currentProperty().get()));
    }
}
