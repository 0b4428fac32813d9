package dev.patchbook.cli;

import dev.patchbook.engine.Progress;
import dev.patchbook.engine.TrainEvent;
import dev.patchbook.notebook.Cell;
import dev.patchbook.notebook.CellId;
import dev.patchbook.session.CellRun;

/** Tells of a notebook's cells as they run. */
interface CellReporter {
    /** A cell has begun. */
    void started(Cell cell);

    /** How far a running cell is, now and then. */
    default void progress(Cell cell, CellRun run, Progress progress) {}

    /** A train cell's first step comes next. */
    void training(CellId cell, long steps);

    /** Something happened in a train cell. */
    void trained(CellId cell, TrainEvent event);

    /** A cell has an output. */
    void done(Cell cell, CellRun run);

    /** A cell failed; {@code line} is the notebook's, from 1. */
    void failed(Cell cell, CellRun run, int line);

    /** A cell was not run: one before it failed, or the run was stopped, or its kind is not known. */
    void skipped(Cell cell);
}
