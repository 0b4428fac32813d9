package dev.patchbook.session;

import dev.patchbook.config.SettingException;
import dev.patchbook.notebook.Cell;
import dev.patchbook.notebook.CellGraph;
import dev.patchbook.notebook.CellId;
import dev.patchbook.notebook.CellKind;
import dev.patchbook.notebook.CellSettings;
import dev.patchbook.session.CellRun.Phase;
import java.util.Optional;

/** Holds trainings, lets them go on, and goes on with those that were stopped. */
final class Holding {
    private Holding() {}

    static void pause(Draft draft, CellId id) {
        CellRun run = draft.run(id);
        if (isTraining(draft, id) && !run.paused() && !run.stopping()) {
            draft.run(id, run.held(true));
            run.run().ifPresent(each -> draft.effect(new Effect.PauseJob(each)));
        }
    }

    static void resume(Draft draft, CellId id) {
        CellRun run = draft.run(id);
        if (isTraining(draft, id)) {
            if (run.paused()) {
                draft.run(id, run.held(false));
                run.run().ifPresent(each -> draft.effect(new Effect.ResumeJob(each)));
            }
        } else if (stopped(draft.graph(), draft.cell(id), run).isPresent()) {
            RunQueue.addResumed(draft, id, 0);
        }
    }

    static void once(Draft draft, CellId id) {
        CellRun run = draft.run(id);
        if (isTraining(draft, id) && run.paused()) {
            run.run().ifPresent(each -> draft.effect(new Effect.StepJob(each)));
        }
    }

    static void more(Draft draft, CellId id, long steps) {
        CellRun run = draft.run(id);
        if (steps > 0 && isTraining(draft, id) && !run.stopping()) {
            run.run().ifPresent(each -> draft.effect(new Effect.ExtendJob(each, steps)));
        } else if (steps > 0 && ended(run).isPresent()) {
            RunQueue.addResumed(draft, id, steps);
        }
    }

    /** The run a cell can go on with beyond its steps: one that has ended well. */
    static Optional<TrainOutput> ended(CellRun run) {
        return run.output()
                .filter(TrainOutput.class::isInstance)
                .map(TrainOutput.class::cast)
                .filter(TrainOutput::ended);
    }

    private static boolean isTraining(Draft draft, CellId id) {
        return draft.run(id).phase() == Phase.RUNNING
                && !draft.run(id).opening()
                && draft.kind(id).filter(CellKind.TRAIN::equals).isPresent();
    }

    /**
     * The run a cell can go on with: one that has ended, and whose steps are fewer than the cell's settings ask for, be it
     * that it was stopped or that they ask for more now.
     */
    static Optional<TrainOutput> stopped(CellGraph graph, Optional<Cell> cell, CellRun run) {
        long wanted = cell.map(each -> steps(graph, each)).orElse(0L);
        return ended(run).filter(output -> output.step() < wanted);
    }

    private static long steps(CellGraph graph, Cell cell) {
        try {
            return CellSettings.of(graph, cell.id()).train(cell).steps();
        } catch (SettingException e) {
            return 0;
        }
    }
}
