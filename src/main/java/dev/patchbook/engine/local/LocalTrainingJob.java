package dev.patchbook.engine.local;

import dev.patchbook.engine.ModelId;
import dev.patchbook.engine.TrainSummary;
import dev.patchbook.engine.TrainingJob;
import java.util.function.Function;

/** A run in the engine's queue. */
final class LocalTrainingJob extends LocalJob<TrainSummary> implements TrainingJob {
    private final ModelId model;
    private final JobQueue queue;
    private volatile boolean paused;

    LocalTrainingJob(ModelId model, Function<LocalTrainingJob, TrainSummary> work, JobQueue queue) {
        super("training", false, job -> work.apply((LocalTrainingJob) job), queue);
        this.model = model;
        this.queue = queue;
    }

    @Override
    public ModelId model() {
        return model;
    }

    @Override
    public void pause() {
        paused = true;
    }

    @Override
    public void resume() {
        paused = false;
        queue.wake();
    }

    @Override
    public boolean paused() {
        return paused;
    }
}
