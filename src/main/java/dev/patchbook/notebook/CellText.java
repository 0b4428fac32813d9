package dev.patchbook.notebook;

import dev.patchbook.base.UserFacingException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Cells as text outside a notebook, on the clipboard: the very lines they have in the file, so that they can be put into
 * another notebook or a text editor, and back.
 */
public final class CellText {
    private static final String HEAD = "---\npatchbook: 1\n---\n";

    private CellText() {}

    /** The text of some cells. */
    public static String write(List<Cell> cells) {
        Notebook notebook = Notebook.empty("");
        for (Cell cell : cells) {
            // Under its own id even where that was not written, so that what builds on it finds it again.
            notebook = notebook.apply(new NotebookEdit.Insert(notebook.cells().size(), cell));
        }
        String text = NotebookFormat.write(notebook);
        return text.substring(notebook.front().source().length()).strip() + "\n";
    }

    /** The cells of a text: fenced ones as such, other text as a note. None where there is no text. */
    public static List<Cell> read(String text) {
        String plain = text.replace("\r\n", "\n");
        if (plain.isBlank()) {
            return List.of();
        }
        try {
            // Somebody may have copied a whole file, its head with it.
            return plain.startsWith("---\npatchbook:")
                    ? NotebookFormat.read(plain).cells()
                    : NotebookFormat.read(HEAD + plain).cells();
        } catch (UserFacingException e) {
            return List.of(Cell.note(new CellId("note"), plain));
        }
    }

    /** Puts cells before position {@code index}, as one step: under free ids, and what builds on them by these ids. */
    public static NotebookEdit paste(Notebook notebook, int index, List<Cell> cells) {
        Ids ids = new Ids();
        notebook.cells().forEach(cell -> ids.take(cell.id()));
        Map<CellId, CellId> names = new LinkedHashMap<>();
        for (Cell cell : cells) {
            names.put(cell.id(), ids.takeFree(cell.id().text()));
        }
        List<NotebookEdit> edits = new ArrayList<>();
        for (Cell cell : cells) {
            List<CellId> from =
                    cell.from().stream().map(id -> names.getOrDefault(id, id)).toList();
            Cell called = cell.withId(names.getOrDefault(cell.id(), cell.id()));
            Cell linked = cell.fromWritten() && !from.equals(cell.from()) ? called.withFrom(from) : called;
            edits.add(new NotebookEdit.Insert(index + edits.size(), linked));
        }
        return new NotebookEdit.All(edits);
    }

    /** Brings the cells into another order, as one step. */
    public static NotebookEdit arrange(Notebook notebook, List<CellId> wanted) {
        List<CellId> order =
                new ArrayList<>(notebook.cells().stream().map(Cell::id).toList());
        List<NotebookEdit> edits = new ArrayList<>();
        for (int i = 0; i < wanted.size(); i++) {
            CellId id = wanted.get(i);
            if (!order.get(i).equals(id)) {
                order.remove(id);
                order.add(i, id);
                edits.add(new NotebookEdit.Move(id, i));
            }
        }
        return new NotebookEdit.All(edits);
    }
}
