package dev.patchbook.cli;

import dev.patchbook.base.CancelledException;
import dev.patchbook.base.Picture;
import dev.patchbook.base.TensorView;
import dev.patchbook.base.UserFacingException;
import dev.patchbook.config.DataSettings;
import dev.patchbook.config.ModelSettings;
import dev.patchbook.config.Variant;
import dev.patchbook.engine.AttentionView;
import dev.patchbook.engine.CaptionTable;
import dev.patchbook.engine.DataId;
import dev.patchbook.engine.DataRequest;
import dev.patchbook.engine.DataStatistics;
import dev.patchbook.engine.DataSummary;
import dev.patchbook.engine.Engine;
import dev.patchbook.engine.Generation;
import dev.patchbook.engine.Inside;
import dev.patchbook.engine.Job;
import dev.patchbook.engine.LookRequest;
import dev.patchbook.engine.ModelId;
import dev.patchbook.engine.ModelSummary;
import dev.patchbook.engine.PatchView;
import dev.patchbook.engine.Progress;
import dev.patchbook.engine.RowProblem;
import dev.patchbook.engine.SampleRequest;
import dev.patchbook.engine.SampleTable;
import dev.patchbook.engine.TextScores;
import dev.patchbook.engine.TokenEvent;
import dev.patchbook.engine.TokenEvent.Candidate;
import dev.patchbook.engine.TokenScores;
import dev.patchbook.engine.TrainEvent;
import dev.patchbook.engine.TrainEvent.Reason;
import dev.patchbook.engine.TrainRequest;
import dev.patchbook.engine.TrainSummary;
import dev.patchbook.engine.TrainingJob;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.function.Consumer;
import java.util.stream.IntStream;

/** An engine that computes nothing: it notes what it was asked for and gives made-up results on threads of its own. */
final class FakeEngine implements Engine {
    private static final Picture DOT = new Picture(1, 1, new int[1]);

    final List<Object> asked = new ArrayList<>();
    Variant variant = Variant.STANDARD;
    long opened = 4;
    int problems;
    Reason reason = Reason.COMPLETED;
    boolean untilCancelled;
    long slow;
    long shortBy;
    boolean closed;
    UserFacingException failure;

    @Override
    public Job<DataSummary> load(DataRequest request) {
        asked.add(request);
        DataSettings settings = request.settings();
        List<RowProblem> rows = new ArrayList<>();
        for (int i = 1; i <= problems; i++) {
            rows.add(new RowProblem(i, i + 1, "caption", "empty", "The caption is empty.", "Write one."));
        }
        return done(new DataSummary(
                new DataId(1),
                settings.file(),
                10,
                10 - problems,
                9,
                1,
                0,
                List.of("a"),
                1,
                16,
                List.of(),
                rows,
                "",
                DataStatistics.NONE));
    }

    @Override
    public Job<ModelSummary> build(DataId data, ModelSettings settings) {
        asked.add(settings);
        return done(summary(settings.variant(), 0));
    }

    @Override
    public Job<ModelSummary> open(Path folder) {
        asked.add(folder);
        return done(summary(variant, opened));
    }

    @Override
    public Job<ModelSummary> open(Path folder, DataId data) {
        return open(folder);
    }

    private static ModelSummary summary(Variant variant, long step) {
        ModelSettings settings = ModelSettings.of(Map.of("preset", "tiny", "variant", variant.id()));
        return new ModelSummary(new ModelId(2), settings.config(16, 4, 3), 1234, List.of(), List.of("a"), step);
    }

    @Override
    public Inside inside() {
        return FakeCompare.inside(asked, this::done);
    }

    @Override
    public TrainingJob train(TrainRequest request, Consumer<TrainEvent> events) {
        asked.add(request);
        FakeTraining job = new FakeTraining();
        new Thread(() -> job.run(request, events)).start();
        return job;
    }

    @Override
    public Job<Generation> sample(SampleRequest request, Consumer<TokenEvent> tokens) {
        asked.add(request);
        TokenEvent token = new TokenEvent(0, new Candidate(3, "b", 0.5), List.of(), List.of());
        tokens.accept(token);
        String prompt = request.settings().prompt();
        return done(new Generation(
                prompt + "b",
                request.settings(),
                List.of(token),
                DOT,
                DOT,
                "",
                TextScores.NONE,
                true,
                new TokenScores(List.of("a", "<end>", "<pad>", "b"), new TensorView(new float[4], 1, 4)),
                List.of()));
    }

    @Override
    public Job<SampleTable> samples(SampleRequest request, int count) {
        asked.add(request);
        List<SampleTable.Row> rows = IntStream.range(0, count)
                .mapToObj(i -> new SampleTable.Row(request.settings().seed() + i, "a box", -1.25 - i, 6, true))
                .toList();
        return done(new SampleTable(rows, 1, 0.5, 0.25));
    }

    @Override
    public Job<CaptionTable> captions(SampleRequest request, String part) {
        asked.add(request);
        return done(new CaptionTable(
                part,
                List.of(
                        new CaptionTable.Row(0, "a box", "a box", 0, 0, 1, -1),
                        new CaptionTable.Row(1, "=a fox", "an ox", 0.5, 1, 0.2, -2)),
                0.5,
                0.25,
                0.6,
                0.7));
    }

    @Override
    public Job<PatchView> patches(LookRequest request) {
        TensorView one = new TensorView(new float[1], 1, 1);
        return done(new PatchView(DOT, DOT, 1, 1, one, one));
    }

    @Override
    public Job<AttentionView> attention(LookRequest request) {
        TensorView one = new TensorView(new float[1], 1, 1, 1, 1);
        return done(new AttentionView(DOT, 1, one, one, List.of("a"), 1, 0));
    }

    @Override
    public void release(Object id) {
        asked.add(id);
    }

    @Override
    public void close() {
        closed = true;
    }

    <T> T asked(Class<T> type) {
        return asked.stream()
                .filter(type::isInstance)
                .map(type::cast)
                .findFirst()
                .orElseThrow();
    }

    private <T> Job<T> done(T result) {
        CompletableFuture<T> future =
                failure == null ? CompletableFuture.completedFuture(result) : CompletableFuture.failedFuture(failure);
        return new Job<>() {
            @Override
            public CompletableFuture<T> result() {
                return future;
            }

            @Override
            public Progress progress() {
                return Progress.WAITING;
            }

            @Override
            public void cancel() {
                future.completeExceptionally(new CancelledException());
            }
        };
    }

    /** Steps of a millisecond with a loss that falls, evaluated every other step. */
    private final class FakeTraining implements TrainingJob {
        private final CompletableFuture<TrainSummary> result = new CompletableFuture<>();
        private volatile boolean cancelled;

        void run(TrainRequest request, Consumer<TrainEvent> events) {
            long step = request.resume() ? opened : 0;
            while (!cancelled && (untilCancelled || step < request.settings().steps() - shortBy)) {
                if (step % 2 == 0) {
                    events.accept(new TrainEvent.Evaluated(step, 2.5, List.of("a\nb")));
                }
                events.accept(new TrainEvent.Step(step, 4.0 / (step + 1), 1.25, 0.001, 1));
                step++;
                pause(untilCancelled ? 1 : slow);
            }
            Reason end = cancelled ? Reason.CANCELLED : reason;
            events.accept(new TrainEvent.Saved(step, request.folder().resolve("checkpoints/000004")));
            events.accept(new TrainEvent.Stopped(step, end));
            result.complete(new TrainSummary(new ModelId(3), step, end, request.folder(), ""));
        }

        private void pause(long millis) {
            try {
                Thread.sleep(millis);
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            }
        }

        @Override
        public CompletableFuture<TrainSummary> result() {
            return result;
        }

        @Override
        public Progress progress() {
            return Progress.WAITING;
        }

        @Override
        public void cancel() {
            cancelled = true;
        }

        @Override
        public ModelId model() {
            return new ModelId(3);
        }

        @Override
        public void pause() {}

        @Override
        public void resume() {}

        @Override
        public void once() {}

        @Override
        public void more(long steps) {}

        @Override
        public boolean paused() {
            return false;
        }
    }
}
