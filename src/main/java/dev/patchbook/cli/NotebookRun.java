package dev.patchbook.cli;

import dev.patchbook.engine.Engine;
import dev.patchbook.engine.Progress;
import dev.patchbook.engine.TrainEvent;
import dev.patchbook.notebook.Cell;
import dev.patchbook.notebook.CellId;
import dev.patchbook.notebook.CellKind;
import dev.patchbook.notebook.Notebook;
import dev.patchbook.session.CellFailure;
import dev.patchbook.session.CellRun;
import dev.patchbook.session.CellRun.Phase;
import dev.patchbook.session.NotebookSession;
import dev.patchbook.session.Places;
import dev.patchbook.session.SessionChange;
import dev.patchbook.session.SessionCommand;
import dev.patchbook.session.SessionCommand.Happening;
import dev.patchbook.session.SessionCommand.Interrupt;
import dev.patchbook.session.SessionCommand.Resume;
import dev.patchbook.session.SessionCommand.RunAll;
import dev.patchbook.session.SessionCommand.Stop;
import dev.patchbook.session.SessionCommand.TrainHappened;
import dev.patchbook.session.SessionCommand.TrainStarted;
import dev.patchbook.session.SessionState;
import dev.patchbook.session.TrainOutput;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;

/** Runs a notebook's cells, with the calling thread as the session's owner. */
final class NotebookRun {
    private static final long REFRESH_MILLIS = 100;

    private final Engine engine;
    private final CellReporter reporter;
    private final TryAgain again;
    private final BlockingQueue<Runnable> tasks = new LinkedBlockingQueue<>();
    private final Consumer<SessionState> outcome;
    private final Set<CellId> told = new HashSet<>();
    private long refreshed;

    /** A run; what is to be done with the outcome is done also where it failed or was stopped. */
    NotebookRun(Engine engine, CellReporter reporter, TryAgain again, Consumer<SessionState> outcome) {
        this.engine = engine;
        this.again = again;
        this.reporter = reporter;
        this.outcome = outcome;
    }

    /** Runs all cells; whether every one that can be run is done. */
    boolean run(Notebook notebook, Places places) {
        try (NotebookSession session = new NotebookSession(engine, notebook, places, tasks::add, tasks::add);
                StopOnInterrupt stop = new StopOnInterrupt(() -> {
                    again.giveUp();
                    session.submit(new Interrupt());
                })) {
            session.subscribe(change -> changed(session, change));
            session.submit(new RunAll());
            do {
                Runnable task = tasks.poll(REFRESH_MILLIS, TimeUnit.MILLISECONDS);
                if (task != null) {
                    task.run();
                }
                progress(session);
            } while (session.state().busy() || !tasks.isEmpty());
            boolean all = finish(session.state());
            outcome.accept(session.state());
            return all;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return false;
        }
    }

    private void progress(NotebookSession session) {
        long now = System.nanoTime();
        if (now - refreshed < TimeUnit.MILLISECONDS.toNanos(REFRESH_MILLIS)) {
            return;
        }
        refreshed = now;
        SessionState state = session.state();
        for (CellId id : state.running()) {
            state.notebook()
                    .cell(id)
                    .ifPresent(cell -> reporter.progress(
                            cell, state.run(id), session.progress(id).orElse(Progress.WAITING)));
        }
    }

    private void changed(NotebookSession session, SessionChange change) {
        for (SessionCommand command : change.commands()) {
            if (command instanceof Happening happening) {
                change.before().cellOf(happening.run()).ifPresent(id -> {
                    happened(id, happening, change.after());
                    happening(session, id, happening);
                });
            }
        }
        for (CellId id : change.after().graph().order()) {
            CellRun before = change.before().run(id);
            CellRun after = change.after().run(id);
            change.after().notebook().cell(id).ifPresent(cell -> changed(cell, before, after, change.after()));
        }
    }

    private void happened(CellId id, Happening happening, SessionState after) {
        if (happening instanceof TrainStarted) {
            long steps = after.output(id)
                    .filter(TrainOutput.class::isInstance)
                    .map(output -> ((TrainOutput) output).total())
                    .orElse(0L);
            reporter.training(id, steps);
        } else if (happening instanceof TrainHappened trained) {
            trained.events().forEach(event -> reporter.trained(id, event));
        }
    }

    private void happening(NotebookSession session, CellId id, Happening happening) {
        if (happening instanceof TrainHappened trained) {
            for (TrainEvent event : trained.events()) {
                if (event instanceof TrainEvent.Blocked blocked) {
                    again.blocked(blocked, () -> session.submit(new Resume(id)), () -> session.submit(new Stop(id)));
                } else if (event instanceof TrainEvent.Step) {
                    again.wentOn();
                }
            }
        }
    }

    private void changed(Cell cell, CellRun before, CellRun after, SessionState state) {
        if (after.phase() == Phase.RUNNING && before.phase() != Phase.RUNNING) {
            reporter.started(cell);
        }
        if (after.phase() == Phase.DONE && before.phase() != Phase.DONE) {
            told.add(cell.id());
            reporter.done(cell, after);
        } else if (after.phase() == Phase.FAILED && before.phase() != Phase.FAILED) {
            told.add(cell.id());
            reporter.failed(cell, after, line(state.notebook(), cell, after));
        }
    }

    /** The line a failure is about: of the setting at fault where it is written, else the cell's first. */
    private static int line(Notebook notebook, Cell cell, CellRun run) {
        int first = notebook.lines().get(notebook.indexOf(cell.id()));
        String key = run.failure().map(CellFailure::key).orElse("");
        List<String> lines = cell.source().lines().toList();
        for (int i = 0; i < lines.size() && !key.isEmpty(); i++) {
            if (lines.get(i).startsWith(key + ":")) {
                return first + i;
            }
        }
        return first;
    }

    private boolean finish(SessionState state) {
        boolean all = true;
        for (Cell cell : state.notebook().cells()) {
            if (cell.kind() != CellKind.NOTE && !told.contains(cell.id())) {
                reporter.skipped(cell);
            }
            boolean finished = state.run(cell.id()).phase() == Phase.DONE
                    && state.output(cell.id()).filter(NotebookRun::cutShort).isEmpty();
            all &= finished || !cell.kind().runs();
        }
        return all;
    }

    /** A training that was stopped is done as far as the session goes, but not all it was asked for. */
    private static boolean cutShort(Object output) {
        return output instanceof TrainOutput train && train.unfinished();
    }
}
