package dev.patchbook.session;

/** What a cell's header says. */
public enum CellState {
    /** Not run, or stopped before it gave anything. */
    IDLE,
    QUEUED,
    RUNNING,
    DONE,
    FAILED,
    /** Done, but its settings or what it builds on have changed since; the output is the old one. */
    STALE
}
