package dev.patchbook.engine.local;

import dev.patchbook.checkpoint.Checkpoint;
import dev.patchbook.checkpoint.Run;
import dev.patchbook.checkpoint.RunFolder;
import dev.patchbook.config.TrainSettings;
import dev.patchbook.engine.TrainEvent;
import dev.patchbook.engine.TrainEvent.Reason;
import dev.patchbook.engine.TrainRequest;
import dev.patchbook.engine.TrainSummary;
import dev.patchbook.train.TrainListener;
import dev.patchbook.train.Trainer;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;

/** One run on the engine's thread, which serves others between two of its steps. */
final class TrainingRun implements TrainListener {
    private final LocalTrainingJob job;
    private final LoadedModel model;
    private final LoadedData data;
    private final TrainRequest request;
    private final Consumer<TrainEvent> events;

    /**
     * A run.
     *
     * @param model trained in place
     * @param events told what happens
     */
    TrainingRun(
            LocalTrainingJob job,
            LoadedModel model,
            LoadedData data,
            TrainRequest request,
            Consumer<TrainEvent> events) {
        this.job = job;
        this.model = model;
        this.data = data;
        this.request = request;
        this.events = events;
    }

    /** Trains to the end, or until cancelled. */
    TrainSummary run(EngineThread engine) {
        Path path = request.folder();
        if (!request.resume()) {
            RunFolder folder =
                    RunFolder.create(path, request.written(), model.origin().orElse(null));
            return run(engine, folder, new RunSettings(request.settings(), request.written()), Optional.empty());
        }
        Checkpoint checkpoint = Checkpoint.read(path);
        RunSettings settings = RunSettings.resumed(request, RunFolder.read(path).run());
        RunSettings.requireSame(checkpoint, model, data);
        RunFolder folder = RunFolder.resume(path);
        return run(engine, folder, settings, Optional.of(checkpoint));
    }

    private TrainSummary run(
            EngineThread engine, RunFolder folder, RunSettings settings, Optional<Checkpoint> checkpoint) {
        try (RunFolder closed = folder) {
            Trainer.Setup setup = new Trainer.Setup(
                    model.runtime(),
                    model.tokenizer(),
                    data.dataset(),
                    data.scale(),
                    settings.train(),
                    settings.written());
            try (Trainer trainer = new Trainer(setup, closed, this)) {
                if (checkpoint.isPresent()) {
                    trainer.restore(checkpoint.get());
                    closed.settings(settings.written());
                }
                model.origin(request.folder().toString());
                return steps(engine, trainer, closed, settings.train());
            }
        }
    }

    private TrainSummary steps(EngineThread engine, Trainer trainer, RunFolder folder, TrainSettings settings) {
        int total = settings.steps();
        Trainer.State state = Trainer.State.GOES_ON;
        while (state == Trainer.State.GOES_ON && !job.token().isCancelled()) {
            model.step(trainer.steps());
            job.report("training", trainer.steps(), total);
            engine.serveBrief();
            if (job.paused()) {
                hold(engine, folder, trainer.steps());
            } else if (!job.token().isCancelled()) {
                state = trainer.step();
            }
        }
        model.step(trainer.steps());
        Reason reason = switch (state) {
            case GOES_ON -> Reason.CANCELLED;
            case COMPLETED -> Reason.COMPLETED;
            case DIVERGED -> Reason.DIVERGED;
        };
        job.report("saving", trainer.steps(), total);
        trainer.stop(Run.State.valueOf(reason.name()));
        tell(new TrainEvent.Stopped(trainer.steps(), reason));
        return new TrainSummary(
                job.model(), trainer.steps(), reason, request.folder(), message(reason, trainer.steps(), settings));
    }

    /** Stands still, serving others, until resumed or cancelled. */
    private void hold(EngineThread engine, RunFolder folder, long step) {
        folder.state(Run.State.PAUSED);
        tell(new TrainEvent.Held(step));
        while (job.paused() && !job.token().isCancelled()) {
            engine.queue().awaitReady(() -> !job.paused() || job.token().isCancelled());
            engine.serveBrief();
        }
        folder.state(Run.State.RUNNING);
    }

    private String message(Reason reason, long step, TrainSettings settings) {
        String warning = Augmented.warning(settings.augment(), data.dataset()).orElse("");
        return reason == Reason.DIVERGED
                ? "At step " + step + " the loss was no longer a number; the weights are those before it."
                        + " Lower learning-rate, or set clip to 1."
                : warning;
    }

    private void tell(TrainEvent event) {
        events.accept(event);
    }

    @Override
    public void step(long step, double loss, double ms, double rate, double norm) {
        tell(new TrainEvent.Step(step, loss, ms, rate, norm));
    }

    @Override
    public void evaluated(long step, double loss, List<String> captions) {
        tell(new TrainEvent.Evaluated(step, loss, captions));
    }

    @Override
    public void saved(long step, Path folder) {
        tell(new TrainEvent.Saved(step, folder));
    }
}
