package dev.patchbook.session;

import dev.patchbook.notebook.CellGraph;
import dev.patchbook.notebook.CellId;
import dev.patchbook.notebook.CellProblem;
import dev.patchbook.notebook.CellSettings;
import dev.patchbook.notebook.Notebook;
import dev.patchbook.notebook.Undo;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * A notebook and how it stands with its running. Immutable.
 *
 * @param history the notebook with its undo stack
 * @param graph what builds on what
 * @param runs by cell; those of removed cells are kept for undo
 * @param queue what waits, in order
 * @param fingerprints of every cell's settings and inputs as they are now
 * @param counters for naming runs
 * @param lookBack which checkpoints are looked at in place of the newest weights
 */
public record SessionState(
        Undo history,
        CellGraph graph,
        Map<CellId, CellRun> runs,
        List<Queued> queue,
        Map<CellId, String> fingerprints,
        Counters counters,
        LookBack lookBack) {
    /**
     * A cell that waits.
     *
     * @param cell which
     * @param why what is to be done
     * @param more steps to be done beyond those a run was to have, where it is gone on with
     * @param beside the training it is to race, which it need not wait for
     */
    public record Queued(CellId cell, Why why, long more, Optional<CellId> beside) {
        /** That is gone on with no further than its settings say, and races nothing. */
        public Queued(CellId cell, Why why) {
            this(cell, why, 0, Optional.empty());
        }

        Queued named(CellId other) {
            return new Queued(other, why, more, beside);
        }

        Queued racing(CellId other) {
            return new Queued(cell, why, more, Optional.of(other));
        }

        boolean live() {
            return why == Why.LOOK;
        }
    }

    /** What is to be done with a cell that waits. */
    public enum Why {
        /** To be run. */
        RUN,
        /** To look at a model that is being trained; need not wait for the training's end. */
        LOOK,
        /** To go on with its last run instead of beginning a new one. */
        GO_ON,
        /** To bring what it shows from an earlier time into the engine again. */
        OPEN
    }

    /** How many runs were named, counted, and how many outputs there have been. */
    public record Counters(long runs, int executions, int editions) {}

    /** A notebook just opened. */
    public static SessionState of(Notebook notebook) {
        CellGraph graph = CellGraph.of(notebook);
        return new SessionState(
                Undo.of(notebook),
                graph,
                Map.of(),
                List.of(),
                Fingerprints.of(notebook, graph, Map.of()),
                new Counters(0, 0, 0),
                LookBack.NONE);
    }

    /** The notebook as it is now. */
    public Notebook notebook() {
        return history.present();
    }

    /** How it stands with a cell's running. */
    public CellRun run(CellId cell) {
        return runs.getOrDefault(cell, CellRun.NONE);
    }

    /** What a cell's header says. */
    public CellState state(CellId cell) {
        CellRun run = run(cell);
        return switch (run.phase()) {
            case IDLE -> CellState.IDLE;
            case QUEUED -> CellState.QUEUED;
            case RUNNING -> CellState.RUNNING;
            case FAILED -> CellState.FAILED;
            case DONE -> done(cell, run);
        };
    }

    private CellState done(CellId cell, CellRun run) {
        if (run.failure().isPresent()) {
            return CellState.FAILED; // what it showed could not be brought into the engine again
        }
        return current(cell).equals(run.fingerprint()) ? CellState.DONE : CellState.STALE;
    }

    /** Whether a training that has ended can be gone on with: its settings ask for more steps than it has done. */
    public boolean resumable(CellId cell) {
        CellRun run = run(cell);
        return !run.busy() && Holding.stopped(graph, notebook().cell(cell), run).isPresent();
    }

    /** What a cell shows now: of a checkpoint where one is looked at, else its output. */
    public Optional<CellOutput> shown(CellId cell) {
        return lookBack.output(cell).or(() -> output(cell));
    }

    /** A cell's output: what is kept of it. */
    public Optional<CellOutput> output(CellId cell) {
        return run(cell).output();
    }

    /** Whether a cell's settings or inputs changed since its output, or since it was queued or failed. */
    public boolean outdated(CellId cell) {
        CellRun run = run(cell);
        return run.output().isPresent() && !current(cell).equals(run.fingerprint());
    }

    /** What gives a cell's defaults, and its settings with them. */
    public CellSettings settings(CellId cell) {
        return CellSettings.of(graph, cell);
    }

    /** What keeps a cell from running; lines are the file's. */
    public List<CellProblem> problems(CellId cell) {
        return graph.problems(cell);
    }

    /** The cells that run now. */
    public List<CellId> running() {
        return runs.entrySet().stream()
                .filter(entry -> entry.getValue().phase() == CellRun.Phase.RUNNING)
                .map(Map.Entry::getKey)
                .toList();
    }

    /** Whether anything runs or waits. */
    public boolean busy() {
        return !queue.isEmpty() || runs.values().stream().anyMatch(CellRun::busy);
    }

    /** The cell a run belongs to. */
    public Optional<CellId> cellOf(RunId run) {
        return runs.entrySet().stream()
                .filter(entry -> entry.getValue().run().filter(run::equals).isPresent())
                .map(Map.Entry::getKey)
                .findFirst();
    }

    private String current(CellId cell) {
        return fingerprints.getOrDefault(cell, "");
    }
}
