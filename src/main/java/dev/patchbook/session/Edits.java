package dev.patchbook.session;

import dev.patchbook.notebook.Cell;
import dev.patchbook.notebook.CellId;
import dev.patchbook.notebook.Notebook;
import dev.patchbook.notebook.NotebookEdit;
import dev.patchbook.notebook.Undo;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Changes of the notebook: what runs of a removed cell is stopped, what a renamed cell has goes with it. */
final class Edits {
    private Edits() {}

    static void edit(Draft draft, NotebookEdit edit) {
        Undo before = draft.history();
        Undo after = before.edit(edit);
        if (after == before) {
            return;
        }
        renames(edit).forEach(rename -> move(draft, rename.id(), rename.to(), before.present()));
        forgetOthers(draft, before, after.present());
        settle(draft, after);
    }

    static void undo(Draft draft) {
        draft.history().undoable().ifPresent(edit -> {
            List<NotebookEdit.Rename> renames = new ArrayList<>(renames(edit));
            java.util.Collections.reverse(renames);
            renames.forEach(rename -> move(draft, rename.to(), rename.id(), draft.notebook()));
            settle(draft, draft.history().undo());
        });
    }

    static void redo(Draft draft) {
        draft.history().redoable().ifPresent(edit -> {
            renames(edit).forEach(rename -> move(draft, rename.id(), rename.to(), draft.notebook()));
            settle(draft, draft.history().redo());
        });
    }

    private static void settle(Draft draft, Undo history) {
        Notebook before = draft.notebook();
        draft.history(history);
        for (Cell cell : before.cells()) {
            if (history.present().indexOf(cell.id()) < 0) {
                RunQueue.stop(draft, cell.id());
            }
        }
    }

    private static List<NotebookEdit.Rename> renames(NotebookEdit edit) {
        if (edit instanceof NotebookEdit.Rename rename) {
            return List.of(rename);
        }
        return edit instanceof NotebookEdit.All all
                ? all.edits().stream().flatMap(part -> renames(part).stream()).toList()
                : List.of();
    }

    private static void move(Draft draft, CellId from, CellId to, Notebook notebook) {
        if (notebook.indexOf(from) < 0 || notebook.indexOf(to) >= 0) {
            return; // the rename was refused
        }
        CellRun run = draft.run(from);
        draft.forget(from);
        draft.run(to, run);
        draft.queue(draft.queue().stream()
                .map(queued -> queued.cell().equals(from) ? queued.named(to) : queued)
                .toList());
    }

    /** A cell that comes back keeps what it showed; another one that takes the name of a removed cell does not. */
    private static void forgetOthers(Draft draft, Undo history, Notebook after) {
        for (Cell cell : after.cells()) {
            boolean added = history.present().indexOf(cell.id()) < 0;
            if (added && !lastSeen(history, cell.id()).map(cell::equals).orElse(true)) {
                draft.forget(cell.id());
            }
        }
    }

    private static Optional<Cell> lastSeen(Undo history, CellId id) {
        for (int i = history.past().size() - 1; i >= 0; i--) {
            Optional<Cell> cell = history.past().get(i).notebook().cell(id);
            if (cell.isPresent()) {
                return cell;
            }
        }
        return Optional.empty();
    }
}
