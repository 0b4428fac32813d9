package dev.patchbook.notebook;

import dev.patchbook.notebook.NotebookEdit.All;
import dev.patchbook.notebook.NotebookEdit.Become;
import dev.patchbook.notebook.NotebookEdit.ClearSetting;
import dev.patchbook.notebook.NotebookEdit.Insert;
import dev.patchbook.notebook.NotebookEdit.Move;
import dev.patchbook.notebook.NotebookEdit.Remove;
import dev.patchbook.notebook.NotebookEdit.Rename;
import dev.patchbook.notebook.NotebookEdit.Replace;
import dev.patchbook.notebook.NotebookEdit.SetFrom;
import dev.patchbook.notebook.NotebookEdit.SetSetting;
import dev.patchbook.notebook.NotebookEdit.SetText;
import dev.patchbook.notebook.NotebookEdit.SetTitle;
import java.util.ArrayList;
import java.util.List;
import java.util.function.UnaryOperator;

/** Applies edits. */
final class Edits {
    private Edits() {}

    static Notebook apply(Notebook notebook, NotebookEdit edit) {
        if (edit instanceof Insert e) {
            return insert(notebook, e);
        } else if (edit instanceof Replace e) {
            return change(
                    notebook,
                    e.id(),
                    old -> e.cell().withEol(notebook.eol()).withId(e.id()).withGap(old.gap()));
        } else if (edit instanceof SetSetting e) {
            return change(notebook, e.id(), cell -> cell.withSetting(e.key(), e.value()));
        } else if (edit instanceof ClearSetting e) {
            return change(notebook, e.id(), cell -> cell.withoutSetting(e.key()));
        } else if (edit instanceof SetFrom e) {
            return change(notebook, e.id(), cell -> cell.withFrom(e.from()));
        } else if (edit instanceof SetText e) {
            return change(
                    notebook, e.id(), cell -> cell.text().equals(e.markdown()) ? cell : cell.withText(e.markdown()));
        } else if (edit instanceof Rename e) {
            return rename(notebook, e.id(), e.to());
        } else if (edit instanceof Move e) {
            return move(notebook, e);
        } else if (edit instanceof Remove e) {
            return remove(notebook, e.id());
        } else if (edit instanceof SetTitle e) {
            boolean same = e.title().equals(notebook.title());
            return same ? notebook : notebook.withFront(notebook.front().withTitle(e.title()));
        } else if (edit instanceof Become e) {
            return e.notebook();
        } else if (edit instanceof All e) {
            Notebook result = notebook;
            for (NotebookEdit part : e.edits()) {
                result = apply(result, part);
            }
            return result;
        }
        throw new IllegalArgumentException(edit.toString());
    }

    private static Notebook change(Notebook notebook, CellId id, UnaryOperator<Cell> change) {
        int index = notebook.indexOf(id);
        if (index < 0) {
            return notebook;
        }
        Notebook changed =
                notebook.replaced(index, change.apply(notebook.cells().get(index)));
        return changed == notebook ? notebook : tidied(changed);
    }

    private static Notebook insert(Notebook notebook, Insert edit) {
        Cell cell = edit.cell().withId(notebook.freeId(edit.cell().id().text()));
        List<Cell> cells = new ArrayList<>(notebook.cells());
        int index = Math.max(0, Math.min(edit.index(), cells.size()));
        cells.add(index, cell.withGap("\n").withEol(notebook.eol()));
        return tidied(notebook.withCells(spaced(cells, index + 1, notebook.eol())));
    }

    private static Notebook move(Notebook notebook, Move edit) {
        int from = notebook.indexOf(edit.id());
        int to = Math.max(0, Math.min(edit.index(), notebook.cells().size() - 1));
        if (from < 0 || from == to) {
            return notebook;
        }
        List<Cell> cells = new ArrayList<>(notebook.cells());
        cells.add(to, cells.remove(from));
        List<Cell> spaced = spaced(spaced(cells, to, notebook.eol()), to + 1, notebook.eol());
        return tidied(notebook.withCells(spaced));
    }

    private static Notebook remove(Notebook notebook, CellId id) {
        int index = notebook.indexOf(id);
        if (index < 0) {
            return notebook;
        }
        List<Cell> cells = new ArrayList<>(notebook.cells());
        cells.remove(index);
        return tidied(notebook.withCells(cells));
    }

    private static Notebook rename(Notebook notebook, CellId id, CellId to) {
        boolean taken = notebook.cells().stream()
                .anyMatch(cell -> !cell.id().equals(id) && cell.id().folded().equals(to.folded()));
        int index = notebook.indexOf(id);
        if (taken || index < 0 || id.equals(to) || !notebook.cells().get(index).canBeCalled(to)) {
            return notebook;
        }
        List<Cell> cells = new ArrayList<>();
        for (Cell cell : notebook.cells()) {
            Cell renamed = cell.id().equals(id) ? cell.withId(to) : cell;
            boolean dependant = renamed.from().contains(id);
            cells.add(dependant ? renamed.withFrom(swapped(renamed.from(), id, to)) : renamed);
        }
        return notebook.withCells(cells);
    }

    private static List<CellId> swapped(List<CellId> from, CellId id, CellId to) {
        return from.stream().map(each -> each.equals(id) ? to : each).toList();
    }

    /** The cells with a blank line before one of them. */
    private static List<Cell> spaced(List<Cell> cells, int index, String eol) {
        if (index < cells.size() && cells.get(index).gap().isEmpty()) {
            cells.set(index, cells.get(index).withGap(eol));
        }
        return cells;
    }

    /**
     * After cells have moved: what is no longer last ends its line, a note that follows a note carries its id, a fence that is still open is closed where a note
     * follows, and a cell whose written id has become free is called by it.
     */
    private static Notebook tidied(Notebook notebook) {
        Ids taken = new Ids();
        notebook.cells().forEach(cell -> taken.take(cell.id()));
        List<Cell> cells = new ArrayList<>();
        boolean afterNote = false;
        for (int i = 0; i < notebook.cells().size(); i++) {
            Cell cell = notebook.cells().get(i);
            boolean note = cell.kind() == CellKind.NOTE;
            boolean last = i + 1 == notebook.cells().size();
            boolean noteNext = !last && notebook.cells().get(i + 1).kind() == CellKind.NOTE;
            Cell tidy = note || noteNext ? cell.closed() : cell;
            tidy = last ? tidy : tidy.ended();
            cells.add(called(afterNote ? tidy.named() : tidy, taken));
            afterNote = note;
        }
        return notebook.withCells(cells);
    }

    private static Cell called(Cell cell, Ids taken) {
        CellId wanted =
                cell.writtenId().filter(CellId::isValid).map(CellId::new).orElse(cell.id());
        if (wanted.equals(cell.id()) || !taken.take(wanted)) {
            return cell;
        }
        return cell.withHandle(wanted);
    }
}
