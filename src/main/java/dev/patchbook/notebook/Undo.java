package dev.patchbook.notebook;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * A notebook with its history: one stack, without a limit. Immutable.
 *
 * @param present the notebook of now
 * @param past what was before each edit, the latest last
 * @param future what was undone, the next to redo last
 */
public record Undo(Notebook present, List<Change> past, List<Change> future) {
    /**
     * A step of the history.
     *
     * @param notebook what the step leads back to: before the edit in the past, after it in the future
     * @param edit the edit
     */
    public record Change(Notebook notebook, NotebookEdit edit) {}

    /** A notebook without a past. */
    public static Undo of(Notebook notebook) {
        return new Undo(notebook, List.of(), List.of());
    }

    /** After an edit; this very history where it changes nothing. */
    public Undo edit(NotebookEdit edit) {
        Notebook next = present.apply(edit);
        return next == present ? this : new Undo(next, plus(past, new Change(present, edit)), List.of());
    }

    /** One step back; this very history where there is none. */
    public Undo undo() {
        if (past.isEmpty()) {
            return this;
        }
        Change last = past.get(past.size() - 1);
        return new Undo(last.notebook(), minus(past), plus(future, new Change(present, last.edit())));
    }

    /** One step forward again; this very history where there is none. */
    public Undo redo() {
        if (future.isEmpty()) {
            return this;
        }
        Change next = future.get(future.size() - 1);
        return new Undo(next.notebook(), plus(past, new Change(present, next.edit())), minus(future));
    }

    /** The edit {@link #undo()} would take back. */
    public Optional<NotebookEdit> undoable() {
        return past.isEmpty()
                ? Optional.empty()
                : Optional.of(past.get(past.size() - 1).edit());
    }

    /** The edit {@link #redo()} would make again. */
    public Optional<NotebookEdit> redoable() {
        return future.isEmpty()
                ? Optional.empty()
                : Optional.of(future.get(future.size() - 1).edit());
    }

    private static List<Change> plus(List<Change> changes, Change change) {
        List<Change> longer = new ArrayList<>(changes.size() + 1);
        longer.addAll(changes);
        longer.add(change);
        return List.copyOf(longer);
    }

    private static List<Change> minus(List<Change> changes) {
        return List.copyOf(changes.subList(0, changes.size() - 1));
    }
}
