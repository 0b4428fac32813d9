package dev.patchbook.train;

import dev.patchbook.augment.Augmenter;
import dev.patchbook.base.DropoutMask;
import dev.patchbook.checkpoint.Checkpoint;
import dev.patchbook.checkpoint.CheckpointInfo;
import dev.patchbook.checkpoint.Provenance;
import dev.patchbook.checkpoint.Run;
import dev.patchbook.checkpoint.RunFolder;
import dev.patchbook.checkpoint.TokenizerFile;
import dev.patchbook.config.Group;
import dev.patchbook.config.ParameterLayout;
import dev.patchbook.config.TrainSettings;
import dev.patchbook.config.Variant;
import dev.patchbook.data.Batch;
import dev.patchbook.data.BatchSampler;
import dev.patchbook.data.Collator;
import dev.patchbook.data.Dataset;
import dev.patchbook.data.PictureChange;
import dev.patchbook.data.PixelScale;
import dev.patchbook.sample.ModelRuntime;
import dev.patchbook.text.Tokenizer;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
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
    private final LearningRate rate;
    private final BatchSampler sampler;
    private final Collator collator;
    private final Batch batch;
    private final PictureChange change;
    private @Nullable Evaluator evaluator;
    private long step;
    private long evaluatedAt = -1;
    private double evaluated = Double.NaN;
    private double best = Double.POSITIVE_INFINITY;
    private long savedAt = -1;

    /** A run with weights as they are, from step 0. */
    public Trainer(Setup setup, RunFolder folder, TrainListener listener) {
        this.setup = setup;
        this.settings = setup.settings;
        this.folder = folder;
        this.listener = listener;
        this.layout = setup.runtime.parameters().layout();
        this.adam = new AdamOptimizer(layout, setup.runtime.workers());
        this.trainStep = new TrainStep(setup.runtime, settings.dropout());
        this.rate = new LearningRate(settings);
        Variant variant = setup.runtime.config().variant();
        this.sampler = new BatchSampler(variant, setup.data.train(), settings.batch(), settings.seed());
        int capacity = setup.runtime.config().textCapacity();
        this.collator = new Collator(variant, setup.tokenizer, setup.scale, capacity);
        this.batch = new Batch(setup.data.imageSize());
        this.change =
                settings.augment().none() ? PictureChange.NONE : new Augmenter(settings.augment(), settings.seed());
    }

    /**
     * Goes back to a checkpoint: weights, moments and step.
     *
     * @throws dev.patchbook.base.UserFacingException where it lacks what is needed
     */
    public void restore(Checkpoint checkpoint) {
        TrainState.readWeights(checkpoint, setup.runtime.parameters());
        TrainState.readMoments(checkpoint, layout, adam);
        step = checkpoint.step();
        savedAt = step;
        evaluatedAt = step == settings.steps() ? step : -1;
        Run.Best before = folder.run().best();
        best = before == null ? Double.POSITIVE_INFINITY : before.loss();
    }

    /** Updates done. */
    public long steps() {
        return step;
    }

    /** Does one step, after an evaluation and a checkpoint where they are due. */
    public State step() {
        if (step >= settings.steps()) {
            return finish();
        }
        if (due(settings.evaluateEvery(), evaluatedAt)) {
            evaluate();
        }
        if (step > 0 && due(settings.checkpointEvery(), savedAt)) {
            save();
        }
        return update();
    }

    private boolean due(int every, long last) {
        return every > 0 && step % every == 0 && last != step;
    }

    private State finish() {
        if (settings.evaluateEvery() > 0 && evaluatedAt != step) {
            evaluate();
        }
        return State.COMPLETED;
    }

    private State update() {
        long start = System.nanoTime();
        collator.fill(batch, setup.data, change, step, sampler.rows(step));
        double loss = trainStep.backward(batch, DropoutMask.key(settings.seed(), step));
        double norm = adam.norm(trainStep.gradients());
        if (!Double.isFinite(loss) || !Double.isFinite(norm)) {
            report(loss, start, norm);
            return State.DIVERGED; // the weights are still those before the broken step
        }
        double scale = settings.clip() > 0 && norm > settings.clip() ? settings.clip() / (norm + 1e-6) : 1;
        adam.update(
                setup.runtime.flat(), trainStep.gradients(), step + 1, rate.at(step), settings.weightDecay(), scale);
        report(loss, start, norm);
        step++;
        return State.GOES_ON;
    }

    private void report(double loss, long start, double norm) {
        double ms = (System.nanoTime() - start) / 1e6;
        folder.step(step, loss, ms);
        listener.step(step, loss, ms, rate.at(step), norm);
    }

    private void evaluate() {
        evaluatedAt = step;
        if (setup.data.validation().length == 0) {
            return; // one picture alone: nothing to validate on
        }
        if (evaluator == null) {
            evaluator = new Evaluator(setup.runtime, setup.tokenizer, setup.data, setup.scale);
        }
        double loss = evaluator.loss(trainStep, settings.batch());
        evaluated = loss;
        List<String> captions = evaluator.captions();
        folder.evaluated(step, loss, captions);
        listener.evaluated(step, loss, captions);
    }

    /** Writes a checkpoint of now. */
    public void save() {
        if (savedAt == step) {
            return;
        }
        savedAt = step;
        Path path = folder.checkpoint(step);
        Checkpoint.Moments moments = new Checkpoint.Moments(
                TrainState.sources(layout, adam.first()), TrainState.sources(layout, adam.second()));
        Checkpoint.write(path, info(), TrainState.sources(layout, setup.runtime.flat()), moments);
        folder.saved(step);
        if (evaluatedAt == step && evaluated < best) {
            best = evaluated;
            folder.best(step, evaluated);
        }
        listener.saved(step, path);
    }

    /** Ends the run: writes a checkpoint and notes why. */
    public void stop(Run.State reason) {
        save();
        folder.stopped(step, reason);
    }

    private CheckpointInfo info() {
        Tokenizer t = setup.tokenizer;
        Integer begin = t.begin().isPresent() ? t.begin().getAsInt() : null;
        Integer end = t.end().isPresent() ? t.end().getAsInt() : null;
        TokenizerFile tokenizer = new TokenizerFile(t.alphabet(), begin, end, t.pad());
        int threads = setup.runtime.workers().threads();
        Provenance provenance =
                new Provenance("sha256:" + setup.data.hash(), settings.seed(), step, threads, Versions.here());
        return new CheckpointInfo(settled(), setup.runtime.config(), tokenizer, provenance);
    }

    /** The settings as written, and how pixels are scaled even where that was a default: the weights mean nothing without. */
    private Map<String, Map<String, String>> settled() {
        Map<String, String> data = new LinkedHashMap<>(setup.written.getOrDefault(Group.DATA.id(), Map.of()));
        data.put("normalize", setup.scale.id());
        Map<String, Map<String, String>> all = new LinkedHashMap<>(setup.written);
        all.put(Group.DATA.id(), data);
        return all;
    }

    @Override
    public void close() {
        trainStep.close();
        adam.close();
        if (evaluator != null) {
            evaluator.close();
        }
        folder.close();
    }
}
