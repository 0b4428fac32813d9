package dev.patchbook.ui;

import dev.patchbook.base.CounterHash;
import dev.patchbook.base.ImageUse;
import dev.patchbook.base.StepDetail;
import dev.patchbook.base.UpdateRatios;
import dev.patchbook.config.ImageRef;
import dev.patchbook.config.ModelConfig;
import dev.patchbook.config.Stages;
import dev.patchbook.config.Training;
import dev.patchbook.engine.ModelId;
import dev.patchbook.engine.PartList;
import dev.patchbook.engine.TrainEvent;
import dev.patchbook.engine.TrainEvent.Reason;
import dev.patchbook.engine.TrainRequest;
import dev.patchbook.engine.TrainSummary;
import dev.patchbook.engine.TrainingJob;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Consumer;
import java.util.stream.IntStream;

/** A run whose loss falls as losses do, at a chosen speed, and to which happens what its script says. */
final class FakeRun extends FakeJob<TrainSummary> implements TrainingJob {
    private static final int SLICES = 8;
    private static final long CHECKPOINT = 12_500_000;

    private final ModelConfig config;
    private final ModelId model;
    private final TrainRequest request;
    private final Consumer<TrainEvent> events;
    private final long delay;
    private final FakeScript script;
    private final AtomicInteger singles = new AtomicInteger();
    private final AtomicLong added = new AtomicLong();
    private volatile boolean paused;

    FakeRun(
            ModelConfig config,
            ModelId model,
            TrainRequest request,
            Consumer<TrainEvent> events,
            long delay,
            FakeScript script) {
        this.config = config;
        this.model = model;
        this.request = request;
        this.events = events;
        this.delay = delay;
        this.script = script;
    }

    TrainSummary train() {
        int steps = request.settings().steps();
        int from = request.resume() ? script.ended.getOrDefault(request.folder(), 0) : 0;
        for (int step = from; step < steps; step++) {
            note("training", step, steps);
            hold(step);
            steps += (int) extended(steps);
            if (cancelled()) {
                return stop(step, Reason.CANCELLED, "");
            }
            if (step == script.divergeAt) {
                return stop(
                        step - 1,
                        Reason.DIVERGED,
                        "At step " + step + " the loss was no longer a number; the first to break was the output of"
                                + " decoder.blocks.1.ffn.0 (forward). The weights are those after " + (step - 1)
                                + " updates, the last known good.");
            }
            stage(step);
            evaluate(step, steps);
            FakeEngine.rest(delay);
            double noise =
                    CounterHash.gaussian(CounterHash.key(request.settings().seed(), step, 0), 0);
            double loss = curve(step, steps) * (1 + 0.08 * noise);
            events.accept(new TrainEvent.Step(
                    step, loss, delay + Math.abs(noise), rate(step, steps), 0.6 + 0.1 * noise, detail(step, noise)));
        }
        evaluate(steps, steps);
        return stop(steps, Reason.COMPLETED, "");
    }

    private void hold(int step) {
        block(step);
        if (paused && !cancelled()) {
            events.accept(new TrainEvent.Held(step));
        }
        while (paused && !cancelled()) {
            if (singles.getAndUpdate(n -> Math.max(0, n - 1)) > 0) {
                return;
            }
            FakeEngine.rest(5);
            if (!paused) {
                block(step);
            }
        }
    }

    private void block(int step) {
        if (script.full && step >= script.blockAt && script.blockAt >= 0 && !cancelled()) {
            paused = true;
            events.accept(new TrainEvent.Blocked(step, FakeScript.FULL, FakeScript.ROOM));
            events.accept(new TrainEvent.Held(step));
        }
    }

    private long extended(long steps) {
        long more = added.getAndSet(0);
        if (more > 0) {
            events.accept(new TrainEvent.Total(steps + more));
        }
        return more;
    }

    private void stage(int step) {
        Stages stages = request.settings().stages();
        int stage = stages.at(step);
        if (stages.start(stage) == step) {
            Training training = request.settings().at(step);
            events.accept(new TrainEvent.Stage(
                    step,
                    stage,
                    stages.stages().size(),
                    training.parts().text(),
                    PartList.of(config.with(request.settings().lora()), training)));
        }
    }

    private StepDetail detail(int step, double noise) {
        UpdateRatios ratios = step % 10 != 0
                ? UpdateRatios.NONE
                : new UpdateRatios(
                        -3.3 + 0.05 * noise, -2.8 + 0.05 * noise, -3.5, -3 + 0.1 * noise, -2.6 + 0.05 * noise);
        return new StepDetail(request.settings().batch(), 0.1, ratios);
    }

    private void evaluate(int step, int steps) {
        int every = request.settings().evaluateEvery();
        if (every > 0 && (step % every == 0 || step == steps)) {
            for (int slice = 0; slice < SLICES; slice++) {
                note("evaluating", slice, SLICES);
                while (script.slowEvaluation && slice == 2 && !paused && !cancelled()) {
                    FakeEngine.rest(5);
                }
            }
            double share = Math.min(1, 1.4 * step / steps);
            List<String> pins = pins();
            List<String> captions =
                    pins.stream().map(pin -> grown(number(pin), share)).toList();
            double loss = 1.15 * curve(step, steps) + 0.02;
            ImageUse use = new ImageUse(128, loss, loss + 0.7 * share, loss + 0.9 * share);
            boolean look = request.settings().upkeep().lookRows() > 0;
            events.accept(new TrainEvent.Evaluated(step, loss, captions, pins, look ? use : ImageUse.NONE));
            events.accept(new TrainEvent.Saved(step, request.folder().resolve("step-" + step), loss, CHECKPOINT, true));
            note("training", step, steps);
        }
    }

    private List<String> pins() {
        List<ImageRef> pins = request.settings().upkeep().pins();
        return pins.isEmpty()
                ? IntStream.range(0, 4).mapToObj(i -> "validation " + i).toList()
                : pins.stream().map(ImageRef::text).toList();
    }

    private static int number(String pin) {
        return ImageRef.of(pin) instanceof ImageRef.Validation row
                ? row.index() * 5 + 3
                : ((ImageRef.Train) ImageRef.of(pin)).index();
    }

    private static String grown(int number, double share) {
        String caption = FakePictures.caption(number);
        int right = (int) Math.round(share * caption.length());
        return caption.substring(0, right)
                + (right < caption.length()
                        ? "a a e ".repeat(4).substring(0, Math.min(20, caption.length() - right))
                        : "");
    }

    private static double curve(int step, int steps) {
        return 4.2 * Math.exp(-6.0 * step / (steps + 1)) + 0.06;
    }

    private double rate(int step, int steps) {
        return request.settings().learningRate() * (0.55 + 0.45 * Math.cos(Math.PI * step / steps));
    }

    private TrainSummary stop(long step, Reason reason, String message) {
        script.ended.put(request.folder(), (int) step);
        events.accept(new TrainEvent.Saved(step, request.folder(), Double.NaN, CHECKPOINT, true));
        events.accept(new TrainEvent.Stopped(step, reason));
        return new TrainSummary(model, step, reason, request.folder(), message);
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
    }

    @Override
    public void once() {
        singles.incrementAndGet();
    }

    @Override
    public void more(long steps) {
        added.addAndGet(steps);
    }

    @Override
    public boolean paused() {
        return paused;
    }
}
