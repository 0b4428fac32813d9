package dev.patchbook.ui.notebook;

import dev.patchbook.notebook.CellId;
import dev.patchbook.notebook.CellKind;
import dev.patchbook.ui.fx.Actions;
import dev.patchbook.ui.fx.Command;
import java.util.List;
import java.util.Optional;
import java.util.function.BiConsumer;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.function.Predicate;

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
        binding.changing();
        binding.running();
        binding.runningAll();
        binding.training();
        binding.cells();
        binding.kinds();
        binding.folding();
        binding.going();
        binding.scrolling();
    }

    private void changing() {
        onNotebook(Command.UNDO, notebook -> notebook.commands().undo());
        onNotebook(Command.REDO, notebook -> notebook.commands().redo());
        onCells(Command.CUT, Arrangement::cut);
        onCells(Command.COPY, Arrangement::copy);
        onNotebook(Command.PASTE, notebook -> {
            if (!frame().map(frame -> frame.body().paste()).orElse(false)) {
                notebook.commands().cells().paste(false);
            }
        });
        onNotebook(Command.PASTE_ABOVE, notebook -> notebook.commands().cells().paste(true));
    }

    private void running() {
        onCell(Command.RUN_CELL, (notebook, id) -> run());
        onCell(Command.RUN_ADVANCE, (notebook, id) -> {
            if (run()) {
                if (notebook.currentIndex() == notebook.cells().size() - 1) {
                    notebook.commands().cells().addAsking(notebook.cells().size());
                } else {
                    notebook.step(1);
                }
            }
        });
        onCell(Command.RUN_INSERT, (notebook, id) -> {
            if (run()) {
                notebook.commands().cells().addAsking(notebook.currentIndex() + 1);
            }
        });
    }

    /** Takes over what is written in the current cell and runs it; false where it cannot be taken over. */
    private boolean run() {
        if (!frame().map(CellFrame::accept).orElse(true)) {
            return false;
        }
        // Asked anew: the cell may have got another name.
        active.model()
                .ifPresent(notebook -> Optional.ofNullable(
                                notebook.currentProperty().get())
                        .flatMap(notebook::cell)
                        .filter(cell -> cell.cellProperty().get().kind().runs())
                        .ifPresent(cell -> notebook.commands().run(cell.id())));
        return true;
    }

    private void runningAll() {
        onNotebook(Command.RUN_ALL, notebook -> notebook.commands().runAll());
        onNotebook(Command.RUN_STALE, notebook -> notebook.commands().runStale());
        onNotebook(Command.RESTART, notebook -> notebook.commands().restart());
        onCell(Command.RUN_ABOVE, (notebook, id) -> notebook.commands().runAbove(id));
        onCell(Command.RUN_BELOW, (notebook, id) -> notebook.commands().runBelow(id));
        Predicate<NotebookViewModel> busy = notebook -> notebook.busyProperty().get();
        onNotebook(Command.INTERRUPT, busy, notebook -> notebook.commands().interruptAll());
        onNotebook(
                Command.RUNNING,
                busy,
                notebook ->
                        Optional.ofNullable(notebook.runningProperty().get()).ifPresent(notebook::reveal));
    }

    private void training() {
        onTraining(
                Command.PAUSE,
                asks -> asks.pause() || asks.resume(),
                (cell, commands) -> TrainControls.of(cell).hold(cell.id(), commands));
        onTraining(Command.ONE_STEP, TrainControls::once, (cell, commands) -> commands.once(cell.id()));
        onNotebook(
                Command.RACE,
                notebook -> trainCell(notebook).isPresent(),
                notebook -> trainCell(notebook)
                        .ifPresent(cell -> frame().ifPresent(frame -> RaceChoice.ask(notebook, cell.id(), frame))));
        onTraining(Command.TRAIN_MORE, TrainControls::more, (cell, commands) -> {
            cell.collapsedProperty().set(false);
            cell.outputHiddenProperty().set(false);
            frame().ifPresent(frame -> frame.body().askMore());
        });
    }

    private static Optional<CellViewModel> trainCell(NotebookViewModel notebook) {
        return Optional.ofNullable(notebook.currentProperty().get())
                .flatMap(notebook::cell)
                .filter(cell -> cell.cellProperty().get().kind() == CellKind.TRAIN);
    }

    /** Acts on the current cell where it is a training that can be asked for it now. */
    private void onTraining(
            Command command, Predicate<TrainControls> when, BiConsumer<CellViewModel, TrainCommands> action) {
        Function<NotebookViewModel, Optional<CellViewModel>> current =
                notebook -> Optional.ofNullable(notebook.currentProperty().get())
                        .flatMap(notebook::cell)
                        .filter(cell -> when.test(TrainControls.of(cell)));
        onNotebook(
                command,
                notebook -> current.apply(notebook).isPresent(),
                notebook -> current.apply(notebook)
                        .ifPresent(
                                cell -> action.accept(cell, notebook.commands().training())));
    }

    private void cells() {
        onCell(Command.EDIT_CELL, (notebook, id) -> frame().ifPresent(CellFrame::edit));
        onCell(
                Command.EXPORT,
                (notebook, id) -> frame().ifPresent(frame -> frame.body().export()));
        onCell(Command.LEAVE, (notebook, id) -> frame().ifPresent(CellFrame::leave));
        onNotebook(
                Command.ADD_ABOVE,
                notebook -> notebook.commands().cells().addAsking(Math.max(0, notebook.currentIndex())));
        onNotebook(Command.ADD_BELOW, notebook -> notebook.commands().cells().addAsking(notebook.currentIndex() + 1));
        onCells(Command.MOVE_UP, cells -> cells.move(-1));
        onCells(Command.MOVE_DOWN, cells -> cells.move(1));
        onCells(Command.DUPLICATE, Arrangement::duplicate);
        onCells(Command.DELETE, Arrangement::delete);
    }

    private void kinds() {
        onCell(
                Command.TO_NOTE,
                (notebook, id) -> changeKind(
                        notebook, id, () -> notebook.commands().cells().become(id, CellKind.NOTE)));
        onCell(
                Command.TO_KIND,
                (notebook, id) -> changeKind(notebook, id, () -> {
                    notebook.commands().cells().become(id, CellKind.NOTE);
                    Optional.ofNullable(notebook.currentProperty().get())
                            .flatMap(notebook::cell)
                            .ifPresent(cell -> cell.choosingProperty().set(true));
                }));
    }

    private static void changeKind(NotebookViewModel notebook, CellId id, Runnable change) {
        if (notebook.commands().cells().empty(id)) {
            change.run();
        } else {
            notebook.cell(id)
                    .ifPresent(cell -> cell.notice("Only an empty cell can change its kind: what is written in this "
                            + cell.cellProperty().get().kindName() + " cell would be lost. Add another cell instead."));
        }
    }

    private void folding() {
        eachCell(Command.COLLAPSE, cell -> cell.collapsedProperty().set(true));
        eachCell(Command.EXPAND, cell -> {
            cell.collapsedProperty().set(false);
            cell.outputHiddenProperty().set(false);
        });
        eachCell(
                Command.OUTPUT,
                cell -> cell.outputHiddenProperty()
                        .set(!cell.outputHiddenProperty().get()));
    }

    private void going() {
        onNotebook(Command.CELL_BEFORE, notebook -> notebook.step(-1));
        onNotebook(Command.CELL_AFTER, notebook -> notebook.step(1));
        onNotebook(
                Command.FIRST_CELL, notebook -> notebook.step(-notebook.cells().size()));
        onNotebook(Command.LAST_CELL, notebook -> notebook.step(notebook.cells().size()));
        onNotebook(Command.MORE_ABOVE, notebook -> notebook.extend(-1));
        onNotebook(Command.MORE_BELOW, notebook -> notebook.extend(1));
        onCell(
                Command.FEEDING,
                (notebook, id) -> first(notebook, links(notebook, id).from()));
        onCell(
                Command.USING,
                (notebook, id) -> first(notebook, links(notebook, id).usedBy()));
    }

    private static CellLinks links(NotebookViewModel notebook, CellId id) {
        return notebook.cell(id).map(cell -> cell.linksProperty().get()).orElse(CellLinks.NONE);
    }

    private static void first(NotebookViewModel notebook, List<CellId> ids) {
        ids.stream().findFirst().ifPresent(notebook::reveal);
    }

    private void scrolling() {
        onNotebook(Command.PAGE_DOWN, notebook -> active.view().ifPresent(view -> view.page(1)));
        onNotebook(Command.PAGE_UP, notebook -> active.view().ifPresent(view -> view.page(-1)));
    }

    private Optional<CellFrame> frame() {
        return active.view().flatMap(NotebookView::currentFrame);
    }

    private void onNotebook(Command command, Consumer<NotebookViewModel> action) {
        onNotebook(command, notebook -> true, action);
    }

    private void onNotebook(Command command, Predicate<NotebookViewModel> when, Consumer<NotebookViewModel> action) {
        actions.bind(
                command,
                () -> active.model().filter(when).isPresent(),
                () -> active.model().ifPresent(action));
    }

    /** Acts on the current cell. */
    private void onCell(Command command, CellAction action) {
        onNotebook(
                command,
                notebook -> notebook.currentProperty().get() != null,
                notebook -> Optional.ofNullable(notebook.currentProperty().get())
                        .ifPresent(id -> action.run(notebook, id)));
    }

    /** Acts on the chosen cells. */
    private void onCells(Command command, Consumer<Arrangement> action) {
        onCell(command, (notebook, id) -> action.accept(notebook.commands().cells()));
    }

    private void eachCell(Command command, Consumer<CellViewModel> action) {
        onCell(
                command,
                (notebook, id) -> notebook.selection().stream()
                        .flatMap(each -> notebook.cell(each).stream())
                        .forEach(action));
    }

    /** What is done to a cell of a notebook. */
    @FunctionalInterface
    private interface CellAction {
        void run(NotebookViewModel notebook, CellId id);
    }
}
