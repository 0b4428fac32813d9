package dev.patchbook.cli;

import dev.patchbook.engine.Engine;
import dev.patchbook.notebook.Cell;
import dev.patchbook.notebook.CellId;
import dev.patchbook.notebook.CellKind;
import dev.patchbook.notebook.Notebook;
import dev.patchbook.session.CellRun;
import dev.patchbook.session.CellRun.Phase;
import dev.patchbook.session.NotebookSession;
import dev.patchbook.session.Places;
import dev.patchbook.session.SessionChange;
import dev.patchbook.session.SessionCommand;
import dev.patchbook.session.SessionCommand.Happening;
import dev.patchbook.session.SessionCommand.Interrupt;
import dev.patchbook.session.SessionCommand.RunAll;
import dev.patchbook.session.SessionCommand.TrainHappened;
import dev.patchbook.session.SessionCommand.TrainStarted;
import dev.patchbook.session.SessionState;
import dev.patchbook.session.TrainOutput;
import java.util.HashSet;
import java.util.Set;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;

/** Runs a notebook's cells, with the calling thread as the session's owner. */
final class NotebookRun {
    private final Engine engine;
    private final CellReporter reporter;
    private final BlockingQueue<Runnable> tasks = new LinkedBlockingQueue<>();
    private final Set<CellId> told = new HashSet<>();

    NotebookRun(Engine engine, CellReporter reporter) {
        this.engine = engine;
        this.reporter = reporter;
    }

    /** Runs all cells; whether every one that can be run is done. */
    boolean run(Notebook notebook, Places places) {
        try (NotebookSession session = new NotebookSession(engine, notebook, places, tasks::add, tasks::add);
                StopOnInterrupt stop = new StopOnInterrupt(() -> session.submit(new Interrupt()))) {
            session.subscribe(this::changed);
            session.submit(new RunAll());
            do {
                tasks.take().run();
            } while (session.state().busy());
            return finish(session.state());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return false;
        }
    }

    private void changed(SessionChange change) {
        for (SessionCommand command : change.commands()) {
            if (command instanceof Happening happening) {
                change.before().cellOf(happening.run()).ifPresent(id -> happened(id, happening, change.after()));
            }
        }
        for (CellId id : change.after().graph().order()) {
            CellRun before = change.before().run(id);
            CellRun after = change.after().run(id);
            change.after().notebook().cell(id).ifPresent(cell -> changed(cell, before, after));
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

    private void changed(Cell cell, CellRun before, CellRun after) {
        if (after.phase() == Phase.RUNNING && before.phase() != Phase.RUNNING) {
            reporter.started(cell);
        }
        if (after.phase() == Phase.DONE && before.phase() != Phase.DONE) {
            told.add(cell.id());
            reporter.done(cell, after);
        } else if (after.phase() == Phase.FAILED && before.phase() != Phase.FAILED) {
            told.add(cell.id());
            reporter.failed(cell, after);
        }
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
