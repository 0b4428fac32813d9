package dev.patchbook.train;

import dev.patchbook.base.DropoutMask;
import dev.patchbook.base.StepDetail;
import dev.patchbook.base.UpdateRatios;
import dev.patchbook.checkpoint.Checkpoint;
import dev.patchbook.checkpoint.Run;
import dev.patchbook.checkpoint.RunFolder;
import dev.patchbook.config.ParameterLayout;
import dev.patchbook.config.TrainSettings;
import dev.patchbook.config.Upkeep;
import dev.patchbook.data.Batch;
import dev.patchbook.data.Dataset;
import dev.patchbook.data.PixelScale;
import dev.patchbook.plan.Tensor;
import dev.patchbook.sample.ModelRuntime;
import dev.patchbook.text.Tokenizer;
import dev.patchbook.train.AdamOptimizer.Update;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * One run, a step at a time, so that whoever calls can do other work between two steps. What a step does depends on seed and step
 * alone, so a run that was stopped and resumed gives the bits of one that was not.
 */
public final class Trainer implements AutoCloseable {
    /**
     * What a run is made of.
     *
     * @param runtime the model, whose weights are trained in place
     * @param tokenizer the model's
     * @param data what to train on
     * @param scale of the pixels
     * @param settings how
     * @param written the settings as written, grouped as data, model, train
     */
    public record Setup(
            ModelRuntime runtime,
            Tokenizer tokenizer,
            Dataset data,
            PixelScale scale,
            TrainSettings settings,
            Map<String, Map<String, String>> written) {}

    /** Why a run ended, or that it goes on. */
    public enum State {
        GOES_ON,
        COMPLETED,
        DIVERGED
    }

    private final Setup setup;
    private final TrainSettings settings;
    private final RunFolder folder;
    private final TrainListener listener;
    private final ParameterLayout layout;
    private final AdamOptimizer adam;
    private final TrainStep trainStep;
    private final StageTraining stages;
    private final LearningRate rate;
    private final BatchSource batches;
    private final RunSaver saver;
    private final RatioMeter ratios;
    private final LastGood lastGood;
    private final LossWatch watch = new LossWatch();
    private @Nullable Evaluator evaluator;
    private @Nullable Evaluation evaluation;
    private long total;
    private long step;
    private long evaluatedAt = -1;
    private double evaluated = Double.NaN;
    private boolean early;
    private boolean ended;
    private String broken = "";

    /** A run with weights as they are, from step 0. */
    public Trainer(Setup setup, RunFolder folder, TrainListener listener) {
        this.setup = setup;
        this.settings = setup.settings;
        this.total = settings.steps();
        this.folder = folder;
        this.listener = listener;
        this.layout = setup.runtime.parameters().layout();
        this.adam = new AdamOptimizer(layout, setup.runtime.workers());
        this.trainStep = new TrainStep(setup.runtime, settings.dropout());
        this.stages = new StageTraining(setup, adam, trainStep, folder, listener);
        this.rate = new LearningRate(settings);
        this.batches = new BatchSource(setup);
        this.saver = new RunSaver(setup, folder, adam, listener);
        this.ratios = new RatioMeter(layout, setup.runtime.workers());
        this.lastGood = new LastGood(setup.runtime.flat(), adam, folder.folder());
    }

    /**
     * Goes back to a checkpoint: weights, moments and step.
     *
     * @throws dev.patchbook.base.UserFacingException where it lacks what is needed
     */
    public void restore(Checkpoint checkpoint) {
        TrainState.readWeights(checkpoint, setup.runtime.parameters());
        step = checkpoint.step();
        stages.restart(step);
        TrainState.readMoments(checkpoint, adam);
        saver.saved(step);
        evaluatedAt = step == total ? step : -1;
        watch.restore(RunFolder.read(folder.folder()).metrics(), step);
        if (watch.exhausted(settings.upkeep().patience())) {
            watch.patient();
        }
    }

    /** Updates done. */
    public long steps() {
        return step;
    }

    /** Updates the run is to have. */
    public long total() {
        return total;
    }

    /** Goes on beyond what the run was to have; the schedule keeps its length. */
    public void more(long steps) {
        total += steps;
        early = false;
        watch.patient();
    }

    /** The evaluation under way, a slice at each {@link #step}. */
    public Optional<Evaluation> evaluation() {
        return Optional.ofNullable(evaluation);
    }

    /** Whether the run ended since the validation loss had not become smaller for long enough. */
    public boolean early() {
        return early;
    }

    /** What broke, a sentence for people that names the first tensor; empty where nothing did. */
    public String broken() {
        return broken;
    }

    /**
     * Does one step, or a slice of an evaluation, or writes a checkpoint where they are due. Where something cannot be written,
     * the next call tries again and nothing is lost.
     *
     * @throws dev.patchbook.checkpoint.UnwritableException where something cannot be written
     */
    public State step() {
        folder.flush();
        if (!broken.isEmpty()) {
            return State.DIVERGED;
        }
        stages.first(step);
        if (evaluation != null) {
            advance(evaluation);
            return State.GOES_ON;
        }
        boolean ends = step >= total || early;
        if (ends && settings.evaluateEvery() > 0 && evaluatedAt != step || !ends && evaluationDue()) {
            evaluate();
            return State.GOES_ON;
        }
        if (ends) {
            return State.COMPLETED;
        }
        if (saver.due(step)) {
            save();
        }
        return update();
    }

    private boolean evaluationDue() {
        int every = settings.evaluateEvery();
        return every > 0 && step % every == 0 && evaluatedAt != step;
    }

    private State update() {
        stages.begin(step);
        long start = System.nanoTime();
        Batch batch = batches.at(step);
        double dataMs = since(start);
        double loss = stages.backward(batch, batches.pictures(), DropoutMask.key(settings.seed(), step));
        double norm = adam.norm(trainStep.gradients());
        if (!Double.isFinite(loss) || !Double.isFinite(norm)) {
            broke(batch, loss, norm, start);
            return State.DIVERGED;
        }
        lastGood.good(step, saver.has(step));
        double scale = settings.clip() > 0 && norm > settings.clip() ? settings.clip() / (norm + 1e-6) : 1;
        Tensor weights = setup.runtime.flat();
        Tensor gradients = trainStep.gradients();
        Update how = new Update(step + 1, rate.at(step), settings.weightDecay(), scale);
        UpdateRatios moved = ratios.of(step, weights, (from, to) -> adam.update(weights, gradients, how, from, to));
        long done = step++;
        report(done, loss, since(start), norm, new StepDetail(batch.size(), dataMs, moved));
        return State.GOES_ON;
    }

    /** Names what broke, and goes back to where nothing was broken. */
    private void broke(Batch batch, double loss, double norm, long start) {
        String tensor = stages.firstBroken(batch, batches.pictures(), DropoutMask.key(settings.seed(), step))
                .map(found -> BrokenTensor.words(found, layout))
                .orElse("the norm of the gradient");
        double ms = since(start);
        long at = step;
        broken = "At step " + at + " the " + (Double.isFinite(loss) ? "gradient" : "loss")
                + " was no longer a number; the first to break was " + tensor + ".";
        long back = lastGood.restore();
        if (back >= 0) {
            step = back;
            stages.restart(step);
        }
        broken += lastGood.lost() ? " The weights from before could not be read again: go on from a checkpoint." : "";
        saver.saved(-1);
        report(at, loss, ms, norm, StepDetail.NONE);
    }

    private static double since(long start) {
        return (System.nanoTime() - start) / 1e6;
    }

    private void report(long done, double loss, double ms, double norm, StepDetail detail) {
        listener.step(done, loss, ms, rate.at(done), norm, detail);
        folder.step(done, loss, ms, rate.at(done), norm, detail);
    }

    private void evaluate() {
        if (setup.data.validation().length == 0) {
            evaluatedAt = step; // one picture alone: nothing to validate on
            return;
        }
        if (evaluator == null) {
            evaluator = new Evaluator(setup.runtime, setup.tokenizer, setup.data, setup.scale);
        }
        evaluation = evaluator.begin(trainStep, settings.batch(), settings.upkeep(), settings.seed());
    }

    private void advance(Evaluation under) {
        if (!under.advance()) {
            return;
        }
        evaluation = null;
        evaluatedAt = step;
        Evaluation.Result result = under.result();
        evaluated = result.loss();
        Upkeep upkeep = settings.upkeep();
        boolean better = step > 0 && watch.add(evaluated);
        early = step > 0 && step < total && watch.exhausted(upkeep.patience());
        if (step > 0 && upkeep.evaluated().equals("all")
                || better && upkeep.evaluated().equals("best")) {
            saver.owe();
        }
        listener.evaluated(step, result);
        folder.evaluated(step, evaluated, result.use(), result.captions(), result.pins());
    }

    /** Writes a checkpoint of now. */
    public void save() {
        saver.save(step, evaluatedAt == step ? evaluated : Double.NaN);
    }

    /** Ends the run: writes a checkpoint and notes why. */
    public void stop(Run.State reason) {
        evaluation = null;
        folder.flush();
        if (!lastGood.lost()) {
            save();
        }
        if (!ended) {
            ended = true;
            folder.stopped(step, reason);
        }
    }

    /** Takes over the weights of the best checkpoint; its step, or -1 where there is none or it is the last. */
    public long takeBest() {
        return TrainState.takeBest(folder, step, setup.runtime.parameters());
    }

    @Override
    public void close() {
        stages.close();
        trainStep.close();
        adam.close();
        ratios.close();
        lastGood.close();
        if (evaluator != null) {
            evaluator.close();
        }
        folder.close();
    }
}
