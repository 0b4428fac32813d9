package dev.patchbook.session;

import dev.patchbook.engine.Generation;
import dev.patchbook.engine.ModelId;
import dev.patchbook.engine.TokenEvent;
import dev.patchbook.engine.TrainEvent;
import dev.patchbook.engine.TrainSummary;
import dev.patchbook.notebook.CellId;
import dev.patchbook.notebook.NotebookEdit;
import dev.patchbook.session.CellOutput.SampleOutput;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;

/** What a person asks of a session, and what the engine reports to it. */
public sealed interface SessionCommand {
    /** Something that starts or stops cells. */
    sealed interface Request extends SessionCommand {}

    /**
     * Runs a cell, and before it what it builds on where that is not done. A paused run goes on. Looking at a model that is
     * being trained takes the weights of the moment.
     */
    record Run(CellId cell) implements Request {}

    /** Runs every cell anew. */
    record RunAll() implements Request {}

    /** Runs the cells that are stale, or failed and changed since. */
    record RunStale() implements Request {}

    /** Runs the cells above one that are not up to date. */
    record RunAbove(CellId cell) implements Request {}

    /** Runs a cell and what builds on it anew, and the cells below it that are not up to date. */
    record RunBelow(CellId cell) implements Request {}

    /** Stops everything, lets go of every result, and runs all from the top. */
    record Restart() implements Request {}

    /** Stops all that runs and empties the queue. */
    record Interrupt() implements Request {}

    /**
     * Stops one cell; a training keeps its weights, and what waits for it goes on with them. Where there are none, what waits
     * leaves the queue and says why.
     */
    record Stop(CellId cell) implements Request {}

    /** Holds a training between two steps. */
    record Pause(CellId cell) implements SessionCommand {}

    /** Goes on with a training that is held, or with one that was stopped before its last step. */
    record Resume(CellId cell) implements Request {}

    /** Does one step of a training that is held, and holds it again. */
    record Once(CellId cell) implements SessionCommand {}

    /**
     * Trains so many steps beyond those a run was to have, whether it is under way or has ended; the schedule keeps its length.
     */
    record More(CellId cell, long steps) implements Request {}

    /**
     * Trains two cells with their steps in turn, so that both are on the same batch at the same time. One that is under way goes
     * on, and the other catches up with it.
     */
    record Race(CellId first, CellId second) implements Request {}

    /**
     * Has every cell that looks at a run look at it as it was after so many updates, by one of its checkpoints; 0: as it is now.
     * Nothing of it is kept.
     */
    record LookAt(CellId train, long step) implements Request {}

    /**
     * A person had something made of a sample cell's caption; it is kept with it.
     *
     * @param of the caption it was made of
     */
    record Made(CellId cell, Generation of, SampleOutput.More more) implements SessionCommand {}

    /**
     * A person looked closer beside what a cell shows; it is kept with that.
     *
     * @param beside what the cell showed, {@link CellOutput.Looked#seen}
     */
    record LookedCloser(CellId cell, Object beside, Closer look) implements SessionCommand {}

    /** Changes the notebook. */
    record Edit(NotebookEdit edit) implements SessionCommand {}

    /** Takes the last change back. */
    record Undo() implements SessionCommand {}

    /** Makes the last change taken back again. */
    record Redo() implements SessionCommand {}

    /**
     * Gives cells that were not run yet what they showed when the notebook was open before.
     *
     * @param last whether nothing more of this kind comes: requests to run that came before are heard now
     */
    record Restored(Map<CellId, Past> cells, boolean last) implements SessionCommand {
        /** Copies the map. */
        public Restored {
            cells = Map.copyOf(cells);
        }
    }

    /** A run's folder is elsewhere now, since the notebook was saved in another place. */
    record Relocated(Path from, Path to) implements SessionCommand {}

    /** Something a job reports; ignored where its run is no longer the cell's. */
    sealed interface Happening extends SessionCommand {
        /** The run it is about. */
        RunId run();
    }

    /** A training of so many steps in all has begun: its model can be looked at. */
    record TrainStarted(RunId run, ModelId model, Path folder, long steps) implements Happening {}

    /** Events of a training, in order. */
    record TrainHappened(RunId run, List<TrainEvent> events) implements Happening {}

    /** Tokens of a caption, in order. */
    record TokensHappened(RunId run, List<TokenEvent> tokens) implements Happening {}

    /** A training ended: with all its steps, stopped, or diverged. */
    record TrainFinished(RunId run, TrainSummary summary, Duration duration) implements Happening {}

    /** Any other job gave its result. */
    record Finished(RunId run, CellOutput output, Duration duration) implements Happening {}

    /** A job failed. */
    record Failed(RunId run, CellFailure failure, Duration duration) implements Happening {}

    /** A job was stopped before it had a result. */
    record Cancelled(RunId run, Duration duration) implements Happening {}
}
