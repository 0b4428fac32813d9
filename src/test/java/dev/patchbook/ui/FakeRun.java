package dev.patchbook.ui;

import dev.patchbook.base.CounterHash;
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
import java.util.function.Consumer;

/** A run whose loss falls as losses do, at a chosen speed. */
final class FakeRun extends FakeJob<TrainSummary> implements TrainingJob {
    private final ModelConfig config;
    private final ModelId model;
    private final TrainRequest request;
    private final Consumer<TrainEvent> events;
    private final long delay;
    private volatile boolean paused;

    FakeRun(ModelConfig config, ModelId model, TrainRequest request, Consumer<TrainEvent> events, long delay) {
        this.config = config;
        this.model = model;
        this.request = request;
        this.events = events;
        this.delay = delay;
    }

    TrainSummary train() {
        int steps = request.settings().steps();
        for (int step = 0; step < steps; step++) {
            if (paused) {
                events.accept(new TrainEvent.Held(step));
            }
            while (paused && !cancelled()) {
                FakeEngine.rest(5);
            }
            if (cancelled()) {
                return stop(step, Reason.CANCELLED);
            }
            stage(step);
            evaluate(step, steps);
            FakeEngine.rest(delay);
            double noise =
                    CounterHash.gaussian(CounterHash.key(request.settings().seed(), step, 0), 0);
            double loss = curve(step, steps) * (1 + 0.08 * noise);
            events.accept(
                    new TrainEvent.Step(step, loss, delay + Math.abs(noise), rate(step, steps), 0.6 + 0.1 * noise));
        }
        evaluate(steps, steps);
        return stop(steps, Reason.COMPLETED);
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

    private void evaluate(int step, int steps) {
        int every = request.settings().evaluateEvery();
        if (every > 0 && (step % every == 0 || step == steps)) {
            double share = Math.min(1, 1.4 * step / steps);
            List<String> captions = List.of(grown(3, share), grown(7, share), grown(12, share), grown(21, share));
            events.accept(new TrainEvent.Evaluated(step, 1.15 * curve(step, steps) + 0.02, captions));
        }
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

    private TrainSummary stop(long step, Reason reason) {
        events.accept(new TrainEvent.Saved(step, request.folder()));
        events.accept(new TrainEvent.Stopped(step, reason));
        return new TrainSummary(model, step, reason, request.folder(), "");
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
    public void once() {}

    @Override
    public void more(long steps) {}

    @Override
    public boolean paused() {
        return paused;
    }
}
