package dev.patchbook.ui.notebook;

import dev.patchbook.notebook.Bases;
import dev.patchbook.notebook.Cell;
import dev.patchbook.notebook.CellId;
import dev.patchbook.notebook.CellKind;
import dev.patchbook.notebook.CellText;
import dev.patchbook.notebook.Notebook;
import dev.patchbook.notebook.NotebookEdit;
import dev.patchbook.session.NotebookSession;
import dev.patchbook.session.SessionCommand;
import dev.patchbook.session.SessionState;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import javafx.scene.input.Clipboard;
import javafx.scene.input.ClipboardContent;

/** Adds, removes, copies and moves cells, each as one step of undo. Without a cell named, the chosen ones are meant. */
public final class Arrangement {
    private final NotebookSession session;
    private final NotebookViewModel notebook;

    Arrangement(NotebookSession session, NotebookViewModel notebook) {
        this.session = session;
        this.notebook = notebook;
    }

    private Notebook document() {
        return notebook.state().notebook();
    }

    /** Puts a new cell of a kind above position {@code index}; it builds on the nearest suitable cell above. */
    public void add(int index, CellKind kind) {
        CellId id = made(index, kind);
        if (kind == CellKind.NOTE) {
            notebook.cell(id).ifPresent(cell -> cell.editingProperty().set(true));
        } else {
            notebook.cell(id).ifPresent(cell -> cell.choosingProperty().set(false));
        }
    }

    /** Puts an empty cell above position {@code index}, which asks for its kind. */
    public void addAsking(int index) {
        CellId id = made(index, CellKind.NOTE);
        notebook.cell(id).ifPresent(cell -> cell.choosingProperty().set(true));
    }

    /** Puts a new cell of a kind with settings above position {@code index}. */
    public CellId add(int index, CellKind kind, Map<String, String> settings) {
        return made(index, kind, settings);
    }

    private CellId made(int index, CellKind kind) {
        return made(index, kind, Map.of());
    }

    private CellId made(int index, CellKind kind, Map<String, String> settings) {
        int at = Math.max(0, Math.min(document().cells().size(), index));
        Cell empty = fresh(at, kind);
        Cell cell = settings.isEmpty() ? empty : Cell.of(kind, empty.id(), empty.from(), settings);
        edit(new NotebookEdit.Insert(at, cell));
        notebook.reveal(cell.id());
        return cell.id();
    }

    /** Makes an empty cell one of another kind. */
    public void become(CellId id, CellKind kind) {
        int index = document().indexOf(id);
        Cell old = document().cells().get(index);
        if (old.kind() == kind) {
            notebook.cell(id).ifPresent(cell -> cell.choosingProperty().set(false));
            return;
        }
        // A cell just added is not a note first and something else then: one step takes it back.
        boolean justAdded = notebook.state()
                .history()
                .undoable()
                .filter(edit -> edit instanceof NotebookEdit.Insert insert
                        && insert.cell().id().equals(id))
                .isPresent();
        if (justAdded) {
            session.submit(new SessionCommand.Undo());
        }
        Cell cell = fresh(index, kind);
        NotebookEdit.Insert insert = new NotebookEdit.Insert(index, cell);
        edit(justAdded ? insert : new NotebookEdit.All(List.of(new NotebookEdit.Remove(id), insert)));
        notebook.reveal(cell.id());
    }

    /** Whether a cell says nothing yet, so that it can become one of another kind. */
    public boolean empty(CellId id) {
        return document()
                .cell(id)
                .filter(cell -> cell.kind() != CellKind.UNKNOWN)
                .filter(cell -> cell.settings().isEmpty() && cell.text().isBlank())
                .isPresent();
    }

    /** A cell of a kind, under an id that no cell has or had, so that a removed one can come back under its own. */
    private Cell fresh(int index, CellKind kind) {
        Set<CellId> had = notebook.state().runs().keySet();
        CellId id = document().freeId(kind.id());
        for (int number = 2; had.contains(id) && !kind.equals(CellKind.NOTE); number++) {
            id = document().freeId(kind.id() + "-" + number);
        }
        if (kind == CellKind.NOTE) {
            return Cell.note(id, "");
        }
        List<Cell> cells = new ArrayList<>(document().cells());
        cells.add(index, Cell.of(kind, id, List.of(), Map.of()));
        return Cell.of(kind, id, Bases.nearest(cells, index).stream().toList(), Map.of());
    }

    /** Removes the chosen cells. */
    public void delete() {
        List<CellId> ids = notebook.selection();
        if (!ids.isEmpty()) {
            edit(all(ids.stream().<NotebookEdit>map(NotebookEdit.Remove::new).toList()));
            notebook.step(0);
        }
    }

    /** Puts the chosen cells on the clipboard, as the file has them. */
    public void copy() {
        List<Cell> cells = notebook.selection().stream()
                .flatMap(id -> document().cell(id).stream())
                .toList();
        if (!cells.isEmpty()) {
            ClipboardContent content = new ClipboardContent();
            content.putString(CellText.write(cells));
            Clipboard.getSystemClipboard().setContent(content);
        }
    }

    /** Puts the chosen cells on the clipboard and removes them. */
    public void cut() {
        copy();
        delete();
    }

    /** Puts what is on the clipboard below the current cell, or above it. */
    public void paste(boolean above) {
        String text = Clipboard.getSystemClipboard().getString();
        List<Cell> cells = text == null ? List.of() : CellText.read(text);
        if (cells.isEmpty()) {
            return;
        }
        int last = notebook.selection().stream()
                .mapToInt(document()::indexOf)
                .max()
                .orElse(-1);
        int index = above ? Math.max(0, notebook.currentIndex()) : last + 1;
        insert(index, cells);
    }

    /** Puts copies of the chosen cells below them. */
    public void duplicate() {
        List<CellId> ids = notebook.selection();
        if (!ids.isEmpty()) {
            int index = document().indexOf(ids.get(ids.size() - 1)) + 1;
            insert(
                    index,
                    ids.stream().map(id -> document().cell(id).orElseThrow()).toList());
        }
    }

    /** Puts a copy of one cell below it, and gives its name. */
    public CellId copyOf(CellId id) {
        int index = document().indexOf(id) + 1;
        insert(index, List.of(document().cell(id).orElseThrow()));
        return document().cells().get(index).id();
    }

    private void insert(int index, List<Cell> cells) {
        edit(CellText.paste(document(), index, cells));
        int last = Math.min(document().cells().size(), index + cells.size()) - 1;
        notebook.reveal(document().cells().get(last).id());
    }

    /** Moves the chosen cells by so many places. */
    public void move(int places) {
        List<CellId> ids = notebook.selection();
        if (!ids.isEmpty()) {
            int first = document().indexOf(ids.get(0));
            int end = document().indexOf(ids.get(ids.size() - 1)) + 1;
            moveTo(ids, places < 0 ? first + places : end + places);
        }
    }

    /** Moves cells so that they stand before what stands at position {@code index} now. */
    public void moveTo(List<CellId> ids, int index) {
        Notebook before = document();
        if (index < 0 || index > before.cells().size()) {
            return;
        }
        List<CellId> order = before.cells().stream().map(Cell::id).collect(Collectors.toCollection(ArrayList::new));
        Optional<CellId> next = order.subList(index, order.size()).stream()
                .filter(id -> !ids.contains(id))
                .findFirst();
        order.removeAll(ids);
        order.addAll(next.map(order::indexOf).orElse(order.size()), ids);
        edit(
                ids.size() == 1
                        ? new NotebookEdit.Move(ids.get(0), order.indexOf(ids.get(0)))
                        : CellText.arrange(before, order));
        CellId current = notebook.currentProperty().get();
        if (document() != before && current != null) {
            notebook.bring(current);
        }
    }

    /** What a cell could build on instead; empty where nothing suits. */
    public List<CellId> bases(CellId id) {
        SessionState state = notebook.state();
        return document().cell(id).map(cell -> CellForm.candidates(state, cell)).orElse(List.of()).stream()
                .map(CellId::new)
                .toList();
    }

    /** Lets a cell build on another one. */
    public void base(CellId id, CellId on) {
        Cell cell = document().cell(id).orElseThrow();
        edit(new NotebookEdit.SetFrom(id, CellForm.instead(notebook.state(), cell, Objects.requireNonNull(on))));
    }

    private static NotebookEdit all(List<NotebookEdit> edits) {
        return edits.size() == 1 ? edits.get(0) : new NotebookEdit.All(edits);
    }

    private void edit(NotebookEdit edit) {
        session.submit(new SessionCommand.Edit(edit));
    }
}
