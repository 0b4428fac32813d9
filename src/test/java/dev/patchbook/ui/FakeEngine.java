package dev.patchbook.ui;

import dev.patchbook.base.UserFacingException;
import dev.patchbook.config.DataSettings;
import dev.patchbook.config.DecoderConfig;
import dev.patchbook.config.ModelConfig;
import dev.patchbook.config.ModelSettings;
import dev.patchbook.config.TrainSettings;
import dev.patchbook.config.VisionConfig;
import dev.patchbook.engine.AttentionView;
import dev.patchbook.engine.AugmentPreview;
import dev.patchbook.engine.CaptionTable;
import dev.patchbook.engine.DataCheck;
import dev.patchbook.engine.DataId;
import dev.patchbook.engine.DataPreview;
import dev.patchbook.engine.DataRequest;
import dev.patchbook.engine.DataSummary;
import dev.patchbook.engine.Engine;
import dev.patchbook.engine.Generation;
import dev.patchbook.engine.Inside;
import dev.patchbook.engine.Job;
import dev.patchbook.engine.LookRequest;
import dev.patchbook.engine.ModelId;
import dev.patchbook.engine.ModelSummary;
import dev.patchbook.engine.ModelSummary.Part;
import dev.patchbook.engine.PatchView;
import dev.patchbook.engine.RowPage;
import dev.patchbook.engine.RowQuery;
import dev.patchbook.engine.RowSteps;
import dev.patchbook.engine.SampleRequest;
import dev.patchbook.engine.SampleTable;
import dev.patchbook.engine.TokenEvent;
import dev.patchbook.engine.TrainEvent;
import dev.patchbook.engine.TrainRequest;
import dev.patchbook.engine.TrainingJob;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Consumer;

/** An engine that computes nothing: plausible results after short waits, the same every time. */
public final class FakeEngine implements Engine {
    static final List<String> ALPHABET = " abcdefghijklmnopqrstuvwxyz"
            .codePoints()
            .mapToObj(Character::toString)
            .toList();

    private final ExecutorService worker = Executors.newSingleThreadExecutor(FakeEngine::daemon);
    private final ExecutorService looker = Executors.newSingleThreadExecutor(FakeEngine::daemon);
    private final ExecutorService trainer = Executors.newSingleThreadExecutor(FakeEngine::daemon);
    private final ExecutorService racer = Executors.newSingleThreadExecutor(FakeEngine::daemon);
    private final AtomicInteger checkSteps = new AtomicInteger(1);
    private final AtomicLong ids = new AtomicLong();
    private final Map<DataId, DataSettings> data = new ConcurrentHashMap<>();
    private final Map<ModelId, ModelConfig> models = new ConcurrentHashMap<>();
    private final FakeScript script = new FakeScript();
    private final long delay;

    /** An engine that rests this many milliseconds for each step, token and piece of other work. */
    public FakeEngine(long delay) {
        this.delay = delay;
    }

    /** What is to happen to its runs. */
    FakeScript script() {
        return script;
    }

    private static Thread daemon(Runnable work) {
        Thread thread = new Thread(work, "fake-engine");
        thread.setDaemon(true);
        return thread;
    }

    static void rest(long millis) {
        try {
            Thread.sleep(millis);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    @Override
    public Job<DataSummary> load(DataRequest request) {
        return new FakeJob<DataSummary>().start(worker, job -> {
            String file = request.settings().file();
            boolean own = !file.startsWith("sample:") && !file.endsWith("scenes.csv");
            if (own) {
                FakeTable.open(request); // fails where it is not there
            }
            for (int row = 0; row < 2000; row += 100) {
                job.report("reading rows", row, 2000);
                rest(delay / 4);
            }
            DataId id = new DataId(ids.incrementAndGet());
            data.put(id, request.settings());
            return own ? FakeTable.open(request).summary(id) : FakeRows.summary(id, request.settings());
        });
    }

    @Override
    public Job<RowPage> rows(DataId id, RowQuery query) {
        return new FakeJob<RowPage>().start(looker, job -> FakeRows.page(query, data.get(id)));
    }

    @Override
    public Job<AugmentPreview> augmented(DataId id, TrainSettings settings, int pictures, int times) {
        return new FakeJob<AugmentPreview>().start(looker, job -> FakeRows.augmented(settings, pictures, times));
    }

    @Override
    public Job<RowSteps> steps(DataId id, int row, Optional<ModelId> model) {
        int patch = model.map(each -> models.get(each).vision().patch()).orElse(0);
        return new FakeJob<RowSteps>().start(looker, job -> FakeRows.steps(row, data.get(id), patch));
    }

    @Override
    public Job<DataPreview> preview(DataRequest request, int after, int rows) {
        return new FakeJob<DataPreview>().start(looker, job -> {
            rest(delay);
            job.report("reading the first rows", 0, 0);
            return FakeTable.open(request).preview(after, rows);
        });
    }

    @Override
    public Job<DataCheck> check(DataRequest request) {
        return new FakeJob<DataCheck>().start(looker, job -> {
            for (int i = 0; i < checkSteps.get(); i++) {
                job.report("reading rows", i, checkSteps.get());
                rest(1);
            }
            return FakeTable.open(request).check();
        });
    }

    /** How long a check takes, in milliseconds. */
    void checkFor(int millis) {
        checkSteps.set(millis);
    }

    @Override
    public Job<ModelSummary> build(DataId id, ModelSettings s) {
        return new FakeJob<ModelSummary>().start(worker, job -> {
            job.report("building the graph", 0, 0);
            rest(delay);
            int image = data.get(id).imageSize();
            ModelConfig config = new ModelConfig(
                    s.variant(),
                    new VisionConfig(image, s.patchSize(), s.visionWidth(), s.visionBlocks(), s.heads()),
                    new DecoderConfig(
                            s.decoderWidth(),
                            s.decoderBlocks(),
                            s.heads(),
                            s.positions(),
                            ALPHABET.size() + 3,
                            ALPHABET.size() + 2),
                    s.patchInit());
            return remember(config, 0);
        });
    }

    private ModelSummary remember(ModelConfig config, long step) {
        ModelId id = new ModelId(ids.incrementAndGet());
        models.put(id, config);
        List<Part> parts = FakeParts.of(config);
        return new ModelSummary(id, config, 1_308_112, parts, ALPHABET, step);
    }

    @Override
    public Job<ModelSummary> open(Path folder) {
        return new FakeJob<ModelSummary>().start(worker, job -> {
            throw new UserFacingException("There is no checkpoint in " + folder + ".", "Choose a run's folder.");
        });
    }

    @Override
    public Job<ModelSummary> open(Path folder, DataId id) {
        return new FakeJob<ModelSummary>().start(worker, job -> {
            int image = data.get(id).imageSize();
            return remember(ModelSettings.of(Map.of()).config(image, ALPHABET.size() + 3, ALPHABET.size() + 2), 60);
        });
    }

    @Override
    public TrainingJob train(TrainRequest request, Consumer<TrainEvent> events) {
        return run(request, events, trainer);
    }

    private TrainingJob run(TrainRequest request, Consumer<TrainEvent> events, ExecutorService on) {
        ModelId model = new ModelId(ids.incrementAndGet());
        models.put(model, models.get(request.model()));
        FakeRun run = new FakeRun(models.get(model), model, request, events, delay, script);
        run.start(on, job -> run.train());
        return run;
    }

    @Override
    public Job<Generation> sample(SampleRequest request, Consumer<TokenEvent> tokens) {
        return new FakeJob<Generation>().start(worker, job -> FakeLooks.caption(request, tokens, job, delay, script));
    }

    @Override
    public Job<Generation> follow(SampleRequest request, List<Integer> start) {
        return new FakeJob<Generation>()
                .start(worker, job -> new FakeWriter(request).following(start).write(job, token -> {}, 0));
    }

    @Override
    public Job<SampleTable> samples(SampleRequest request, int count) {
        return new FakeJob<SampleTable>().start(looker, job -> FakeWriter.samples(job, request, count, delay));
    }

    @Override
    public Job<CaptionTable> captions(SampleRequest request, String part) {
        return new FakeJob<CaptionTable>().start(looker, job -> FakeWriter.captions(job, request, delay));
    }

    @Override
    public Job<PatchView> patches(LookRequest request) {
        return new FakeJob<PatchView>()
                .start(worker, job -> FakeLooks.patches(models.get(request.model()), request, job, delay, script));
    }

    @Override
    public Job<AttentionView> attention(LookRequest request) {
        return new FakeJob<AttentionView>()
                .start(worker, job -> FakeLooks.attention(models.get(request.model()), request, job, delay, script));
    }

    /** A run beside another: on a thread of its own, so that both go on. */
    @Override
    public TrainingJob race(TrainingJob with, TrainRequest request, Consumer<TrainEvent> events) {
        return run(request, events, racer);
    }

    @Override
    public Inside inside() {
        return new FakeInside(looker, look -> models.get(look.model()), delay);
    }

    @Override
    public void release(Object id) {
        data.remove(id);
        models.remove(id);
    }

    @Override
    public void close() {
        worker.shutdownNow();
        looker.shutdownNow();
        trainer.shutdownNow();
        racer.shutdownNow();
    }
}
