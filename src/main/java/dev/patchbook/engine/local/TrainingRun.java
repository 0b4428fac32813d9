package dev.patchbook.engine.local;

import dev.patchbook.base.StepDetail;
import dev.patchbook.checkpoint.Checkpoint;
import dev.patchbook.checkpoint.KeptCheckpoint;
import dev.patchbook.checkpoint.Run;
import dev.patchbook.checkpoint.RunFolder;
import dev.patchbook.checkpoint.UnwritableException;
import dev.patchbook.config.Group;
import dev.patchbook.config.Training;
import dev.patchbook.engine.PartList;
import dev.patchbook.engine.TrainEvent;
import dev.patchbook.engine.TrainEvent.Reason;
import dev.patchbook.engine.TrainEvent.Saved;
import dev.patchbook.engine.TrainRequest;
import dev.patchbook.engine.TrainSummary;
import dev.patchbook.train.Evaluation;
import dev.patchbook.train.TrainListener;
import dev.patchbook.train.Trainer;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * One run on the engine's thread, a piece at a time: a step, a slice of an evaluation, a checkpoint. What cannot be written holds
 * it until somebody goes on, which tries again, or stops it.
 */
final class TrainingRun implements TrainListener, AutoCloseable {
    private final LocalTrainingJob job;
    private final LoadedModel model;
    private final LoadedData data;
    private final TrainRequest request;
    private final Consumer<TrainEvent> events;
    private final JobQueue queue;
    private final RunSettings settings;
    private final RunFolder folder;
    private final Trainer trainer;
    private final Map<Long, Double> losses = new HashMap<>();
    private @Nullable Reason ending;
    private boolean held;
    private boolean over;
    private int seenCancels;
    private long singleUntil = -1;

    /**
     * Opens a run.
     *
     * @param model trained in place
     * @param events told what happens
     */
    TrainingRun(
            LocalTrainingJob job,
            LoadedModel model,
            LoadedData data,
            TrainRequest request,
            Consumer<TrainEvent> events,
            JobQueue queue) {
        this.job = job;
        this.model = model;
        this.data = data;
        this.request = request;
        this.events = events;
        this.queue = queue;
        Path path = request.folder();
        Optional<Checkpoint> from = request.resume() ? Optional.of(Checkpoint.read(path)) : Optional.empty();
        if (from.isPresent()) {
            settings = RunSettings.resumed(request, RunFolder.read(path).run());
            RunSettings.requireSame(from.get(), model, data);
            folder = RunFolder.resume(path);
        } else {
            settings = new RunSettings(request.settings(), request.written());
            folder = RunFolder.create(path, request.written(), model.origin().orElse(null));
        }
        trainer = opened(from);
        model.retain();
    }

    private Trainer opened(Optional<Checkpoint> from) {
        boolean good = false;
        try {
            Trainer made = new Trainer(
                    new Trainer.Setup(
                            model.runtime(),
                            model.tokenizer(),
                            data.dataset(),
                            data.scale(),
                            settings.train(),
                            settings.written()),
                    folder,
                    this);
            if (from.isPresent()) {
                made.restore(from.get());
                folder.settings(settings.written());
            }
            model.origin(request.folder().toString());
            good = true;
            return made;
        } finally {
            if (!good) {
                folder.close();
            }
        }
    }

    LocalTrainingJob job() {
        return job;
    }

    long steps() {
        return trainer.steps();
    }

    boolean over() {
        return over;
    }

    /** Whether there is something to do now. */
    boolean ready() {
        if (!held || !job.paused() || job.asked() || singleUntil > trainer.steps()) {
            return true;
        }
        return ending == null ? job.token().isCancelled() : job.cancels() != seenCancels;
    }

    /** Does a piece of the run. */
    void piece() {
        model.step(trainer.steps());
        extend();
        try {
            if (ending != null) {
                end(ending);
            } else if (job.token().isCancelled()) {
                seenCancels = job.cancels();
                end(Reason.CANCELLED);
            } else if (job.paused() && singleUntil <= trainer.steps()) {
                hold();
            } else {
                goOn();
            }
        } catch (UnwritableException e) {
            block(e);
        }
        if (!over) {
            model.step(trainer.steps());
        }
    }

    private void extend() {
        long steps = job.takeMore();
        if (steps > 0) {
            trainer.more(steps);
            Map<String, Map<String, String>> written = new LinkedHashMap<>(settings.written());
            Map<String, String> train = new LinkedHashMap<>(written.getOrDefault(Group.TRAIN.id(), Map.of()));
            train.put("steps", Long.toString(trainer.total()));
            train.put("schedule-steps", Integer.toString(settings.train().scheduleSteps()));
            written.put(Group.TRAIN.id(), train);
            tell(new TrainEvent.Total(trainer.total()));
            folder.settings(written);
        }
    }

    private void goOn() {
        if (held) {
            held = false;
            folder.state(Run.State.RUNNING);
        }
        Trainer.State state = trainer.step();
        trainer.evaluation()
                .ifPresentOrElse(
                        under -> job.report("evaluating", under.done(), under.total()),
                        () -> job.report("training", trainer.steps(), trainer.total()));
        if (state != Trainer.State.GOES_ON && !(state == Trainer.State.COMPLETED && job.asked())) {
            seenCancels = job.cancels();
            end(state == Trainer.State.COMPLETED ? Reason.COMPLETED : Reason.DIVERGED);
        }
    }

    /** Stands still between two steps; does one where that is asked for. */
    private void hold() {
        if (held && job.takeOnce()) {
            singleUntil = trainer.steps() + 1;
        } else if (!held || singleUntil >= 0) {
            held = true;
            singleUntil = -1;
            tell(new TrainEvent.Held(trainer.steps()));
            folder.state(Run.State.PAUSED);
        }
    }

    /** What cannot be written holds the run. */
    private void block(UnwritableException e) {
        job.pause();
        tell(new TrainEvent.Blocked(trainer.steps(), e.what(), e.remedy()));
        if (!held) {
            held = true;
            tell(new TrainEvent.Held(trainer.steps()));
        }
        singleUntil = -1;
        if (ending != null && queue.closed()) {
            over(ending, "What came after the last checkpoint is not saved: " + e.what());
        }
    }

    private void end(Reason reason) {
        boolean again = ending != null;
        ending = reason;
        if (again && job.cancels() != seenCancels) {
            over(reason, "It was stopped before what came after the last checkpoint could be saved.");
            return;
        }
        job.report("saving", trainer.steps(), trainer.total());
        trainer.stop(Run.State.valueOf(reason.name()));
        over(reason, message(reason));
    }

    private void over(Reason reason, String message) {
        over = true;
        String best = "";
        if (reason == Reason.COMPLETED && settings.train().upkeep().keepBest()) {
            long taken = trainer.takeBest();
            best = taken < 0 ? "" : " The model is that of step " + taken + ", the best checkpoint.";
            model.step(taken < 0 ? trainer.steps() : taken);
        }
        job.report("training", trainer.steps(), trainer.total());
        tell(new TrainEvent.Stopped(trainer.steps(), reason));
        job.result()
                .complete(new TrainSummary(
                        job.model(), trainer.steps(), reason, request.folder(), (message + best).strip()));
    }

    private String message(Reason reason) {
        if (reason == Reason.DIVERGED) {
            return trainer.broken() + " The weights are those after " + trainer.steps()
                    + " updates, the last known good.";
        }
        String warning =
                Augmented.warning(settings.train().augment(), data.dataset()).orElse("");
        return !trainer.early()
                ? warning
                : "Ended early: the validation loss had not become smaller for "
                        + settings.train().upkeep().patience() + " evaluations. " + warning;
    }

    private void tell(TrainEvent event) {
        events.accept(event);
    }

    @Override
    public void step(long step, double loss, double ms, double rate, double norm, StepDetail detail) {
        tell(new TrainEvent.Step(step, loss, ms, rate, norm, detail));
    }

    @Override
    public void stage(long step, int stage, Training training) {
        int of = settings.train().stages().stages().size();
        tell(new TrainEvent.Stage(step, stage, of, training.parts().text(), PartList.of(model.config(), training)));
    }

    @Override
    public void evaluated(long step, Evaluation.Result found) {
        losses.put(step, found.loss());
        tell(new TrainEvent.Evaluated(step, found.loss(), found.captions(), found.pins(), found.use()));
    }

    @Override
    public void saved(long step, Path path, double loss, List<KeptCheckpoint> kept) {
        List<Saved> all = kept.stream()
                .map(each -> new Saved(
                        each.step(),
                        each.folder(),
                        losses.getOrDefault(each.step(), Double.NaN),
                        each.bytes(),
                        each.optimizerBytes() > 0))
                .toList();
        all.stream().filter(each -> each.step() == step).forEach(this::tell);
        tell(new TrainEvent.Kept(all));
    }

    @Override
    public void close() {
        try {
            trainer.close();
        } finally {
            model.close();
        }
    }
}
