package dev.patchbook.engine.local;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/**
 * The turn of a run on the engine's thread, and of those that race it. Between two steps others are served. Of several runs the
 * one that has done fewer steps goes next, so that they are always on the same batch.
 */
final class TrainTurn {
    private final EngineThread engine;
    private final LocalTrainingJob host;
    private final List<TrainingRun> runs = new ArrayList<>();
    private boolean closing;

    TrainTurn(EngineThread engine, LocalTrainingJob host) {
        this.engine = engine;
        this.host = host;
    }

    /** Has the turn: returns when all runs are over. */
    void have() {
        open(host);
        if (runs.isEmpty()) {
            alone();
            return;
        }
        while (join()) {
            if (engine.queue().closed() && !closing) {
                closing = true;
                runs.forEach(run -> run.job().cancel());
            }
            engine.serveBrief();
            Optional<TrainingRun> next =
                    runs.stream().filter(TrainingRun::ready).min(Comparator.comparingLong(TrainingRun::steps));
            if (next.isPresent()) {
                piece(next.get());
            } else {
                engine.queue().awaitReady(() -> host.joining() || runs.stream().anyMatch(TrainingRun::ready));
            }
        }
    }

    /** There is nobody to race: those that wanted to have turns of their own. */
    private void alone() {
        Optional<LocalTrainingJob> joined = host.takeJoined(true);
        while (joined.isPresent()) {
            engine.submit(joined.get());
            joined = host.takeJoined(true);
        }
    }

    /** Takes in who wants to join; whether any run is left. */
    private boolean join() {
        Optional<LocalTrainingJob> joined = host.takeJoined(runs.isEmpty());
        while (joined.isPresent()) {
            open(joined.get());
            joined = host.takeJoined(runs.isEmpty());
        }
        return !runs.isEmpty();
    }

    private void open(LocalTrainingJob job) {
        job.attempt(() -> runs.add(job.open()));
    }

    private void piece(TrainingRun run) {
        run.job().attempt(run::piece);
        if (run.over() || run.job().result().isDone()) {
            runs.remove(run);
            run.job().attempt(run::close);
        }
    }
}
