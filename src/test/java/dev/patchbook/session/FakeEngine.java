package dev.patchbook.session;

import dev.patchbook.base.CancelledException;
import dev.patchbook.config.ModelSettings;
import dev.patchbook.engine.AttentionView;
import dev.patchbook.engine.DataId;
import dev.patchbook.engine.DataRequest;
import dev.patchbook.engine.DataSummary;
import dev.patchbook.engine.Engine;
import dev.patchbook.engine.Generation;
import dev.patchbook.engine.Job;
import dev.patchbook.engine.LookRequest;
import dev.patchbook.engine.ModelId;
import dev.patchbook.engine.ModelSummary;
import dev.patchbook.engine.PatchView;
import dev.patchbook.engine.Progress;
import dev.patchbook.engine.SampleRequest;
import dev.patchbook.engine.TokenEvent;
import dev.patchbook.engine.TrainEvent;
import dev.patchbook.engine.TrainEvent.Reason;
import dev.patchbook.engine.TrainRequest;
import dev.patchbook.engine.TrainSummary;
import dev.patchbook.engine.TrainingJob;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.function.Consumer;

/** An engine that does what a test tells it: every job waits until the test completes it. */
final class FakeEngine implements Engine {
    final List<FakeJob<?>> jobs = new ArrayList<>();
    final List<Object> released = new ArrayList<>();
    final List<Object> requests = new ArrayList<>();
    boolean eager;

    /** A job that a test completes. */
    static class FakeJob<T> implements Job<T> {
        final CompletableFuture<T> result = new CompletableFuture<>();
        boolean cancelled;

        @Override
        public CompletableFuture<T> result() {
            return result;
        }

        @Override
        public Progress progress() {
            return new Progress("reading", 3, 10);
        }

        @Override
        public void cancel() {
            cancelled = true;
            result.completeExceptionally(new CancelledException());
        }
    }

    /** A training that a test feeds. */
    static final class FakeTraining extends FakeJob<TrainSummary> implements TrainingJob {
        final TrainRequest request;
        final Consumer<TrainEvent> events;
        boolean paused;
        long steps;

        FakeTraining(TrainRequest request, Consumer<TrainEvent> events) {
            this.request = request;
            this.events = events;
        }

        void step() {
            events.accept(Samples.step(steps++));
        }

        void end(Reason reason) {
            events.accept(new TrainEvent.Stopped(steps, reason));
            result.complete(new TrainSummary(model(), steps, reason, request.folder(), ""));
        }

        @Override
        public void cancel() {
            cancelled = true;
            end(Reason.CANCELLED);
        }

        @Override
        public ModelId model() {
            return new ModelId(77);
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
            step();
        }

        @Override
        public void more(long steps) {
            events.accept(new TrainEvent.Total(request.settings().steps() + steps));
        }

        @Override
        public boolean paused() {
            return paused;
        }
    }

    Consumer<TokenEvent> tokens = token -> {};

    @SuppressWarnings("unchecked")
    <T> FakeJob<T> last() {
        return (FakeJob<T>) jobs.get(jobs.size() - 1);
    }

    FakeTraining training() {
        return (FakeTraining) jobs.get(jobs.size() - 1);
    }

    private <T> Job<T> job(Object request, T result) {
        FakeJob<T> job = new FakeJob<>();
        jobs.add(job);
        requests.add(request);
        if (eager) {
            job.result.complete(result);
        }
        return job;
    }

    @Override
    public Job<DataSummary> load(DataRequest request) {
        return job(request, Samples.data(jobs.size()));
    }

    @Override
    public Job<ModelSummary> build(DataId data, ModelSettings settings) {
        return job(settings, Samples.model(jobs.size()));
    }

    @Override
    public Job<ModelSummary> open(Path folder) {
        throw new UnsupportedOperationException();
    }

    @Override
    public Job<ModelSummary> open(Path folder, DataId data) {
        return job(folder, Samples.model(jobs.size()));
    }

    @Override
    public TrainingJob train(TrainRequest request, Consumer<TrainEvent> events) {
        FakeTraining job = new FakeTraining(request, events);
        jobs.add(job);
        requests.add(request);
        if (eager) {
            job.step(); // before the job is even returned
        }
        return job;
    }

    @Override
    public Job<Generation> sample(SampleRequest request, Consumer<TokenEvent> consumer) {
        tokens = consumer;
        return job(request, Samples.generation("a"));
    }

    @Override
    public Job<PatchView> patches(LookRequest request) {
        return job(request, Samples.patches());
    }

    @Override
    public Job<AttentionView> attention(LookRequest request) {
        return job(request, Samples.attention());
    }

    @Override
    public void release(Object id) {
        released.add(id);
    }

    @Override
    public void close() {}
}
