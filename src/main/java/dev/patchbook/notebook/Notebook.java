package dev.patchbook.notebook;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;

/**
 * A notebook: a title and cells in order. Immutable; it holds its file's text too, so that what is not touched stays as it
 * was. Two notebooks are equal when they say the same, however it is written.
 */
public final class Notebook {
    private final FrontMatter front;
    private final List<Cell> cells;
    private final String tail;

    Notebook(FrontMatter front, List<Cell> cells, String tail) {
        this.front = front;
        this.cells = List.copyOf(cells);
        this.tail = tail;
    }

    /** A notebook without cells. */
    public static Notebook empty(String title) {
        return new Notebook(FrontMatter.of(title), List.of(), "");
    }

    /** The title; empty where it has none. */
    public String title() {
        return front.title();
    }

    /** The cells, in order. */
    public List<Cell> cells() {
        return cells;
    }

    /** A cell by its id. */
    public Optional<Cell> cell(CellId id) {
        int index = indexOf(id);
        return index < 0 ? Optional.empty() : Optional.of(cells.get(index));
    }

    /** Where a cell stands, from 0; -1 where it is not there. */
    public int indexOf(CellId id) {
        for (int i = 0; i < cells.size(); i++) {
            if (cells.get(i).id().equals(id)) {
                return i;
            }
        }
        return -1;
    }

    /** This notebook after an edit; this very one where the edit changes nothing, or its cell is no longer there. */
    public Notebook apply(NotebookEdit edit) {
        return Edits.apply(this, edit);
    }

    /** An id that is not taken: the base itself, or the base and a number. */
    public CellId freeId(String base) {
        Ids ids = new Ids();
        cells.forEach(cell -> ids.take(cell.id()));
        return ids.takeFree(base);
    }

    /** The line of the file each cell begins on, from 1, in the order of the cells. */
    public List<Integer> lines() {
        return NotebookFormat.lines(this);
    }

    FrontMatter front() {
        return front;
    }

    String tail() {
        return tail;
    }

    String eol() {
        return front.eol();
    }

    Notebook withFront(FrontMatter other) {
        return new Notebook(other, cells, tail);
    }

    Notebook withCells(List<Cell> other) {
        return new Notebook(front, other, tail);
    }

    Notebook replaced(int index, Cell cell) {
        if (cell == cells.get(index)) {
            return this;
        }
        List<Cell> changed = new ArrayList<>(cells);
        changed.set(index, cell);
        return withCells(changed);
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof Notebook notebook && title().equals(notebook.title()) && cells.equals(notebook.cells);
    }

    @Override
    public int hashCode() {
        return Objects.hash(title(), cells);
    }

    @Override
    public String toString() {
        return "Notebook[" + title() + ", " + cells + "]";
    }
}
