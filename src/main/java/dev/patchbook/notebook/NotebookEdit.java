package dev.patchbook.notebook;

import java.util.List;

/** A change to a notebook, as a value. An edit of a cell that is no longer there changes nothing. */
public sealed interface NotebookEdit {
    /** Puts a cell before position {@code index}; it gets another id where its own is taken. */
    record Insert(int index, Cell cell) implements NotebookEdit {}

    /** Puts a cell in the place of another; it keeps the place's id. */
    record Replace(CellId id, Cell cell) implements NotebookEdit {}

    /** Writes one setting, its line alone. */
    record SetSetting(CellId id, String key, String value) implements NotebookEdit {}

    /** Removes one setting, so that its default holds again. */
    record ClearSetting(CellId id, String key) implements NotebookEdit {}

    /** Writes what a cell builds on; an empty list leaves it to the default. */
    record SetFrom(CellId id, List<CellId> from) implements NotebookEdit {
        /** Copies the list. */
        public SetFrom {
            from = List.copyOf(from);
        }
    }

    /** Writes a note's Markdown. */
    record SetText(CellId id, String markdown) implements NotebookEdit {}

    /** Calls a cell otherwise, also where others build on it; nothing where the name is taken. */
    record Rename(CellId id, CellId to) implements NotebookEdit {}

    /** Moves a cell so that it stands at position {@code index}. */
    record Move(CellId id, int index) implements NotebookEdit {}

    /** Removes a cell. */
    record Remove(CellId id) implements NotebookEdit {}

    /** Writes the title. */
    record SetTitle(String title) implements NotebookEdit {}

    /** Makes it another notebook altogether, as its file says by now. */
    record Become(Notebook notebook) implements NotebookEdit {}

    /** Several edits as one step of undo. */
    record All(List<NotebookEdit> edits) implements NotebookEdit {
        /** Copies the list. */
        public All {
            edits = List.copyOf(edits);
        }
    }
}
