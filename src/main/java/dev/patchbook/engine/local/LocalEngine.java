package dev.patchbook.engine.local;

import dev.patchbook.checkpoint.RunFolder;
import dev.patchbook.config.ModelSettings;
import dev.patchbook.config.TrainSettings;
import dev.patchbook.data.Dataset;
import dev.patchbook.data.DatasetLoader;
import dev.patchbook.data.Part;
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
import dev.patchbook.engine.PatchView;
import dev.patchbook.engine.RowPage;
import dev.patchbook.engine.RowQuery;
import dev.patchbook.engine.RowSteps;
import dev.patchbook.engine.SampleRequest;
import dev.patchbook.engine.SampleTable;
import dev.patchbook.engine.TextScores;
import dev.patchbook.engine.TokenEvent;
import dev.patchbook.engine.TrainEvent;
import dev.patchbook.engine.TrainRequest;
import dev.patchbook.engine.TrainingJob;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletionException;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Consumer;

/**
 * The engine on this machine. One thread owns every native array; jobs have their turn in the order they came, but captions,
 * patches and attention are also served between two steps of a training, on the weights of the moment. No native library is
 * loaded before a model is built or opened.
 */
public final class LocalEngine implements Engine {
    private static final Duration PATIENCE = Duration.ofSeconds(30);

    private final AtomicLong ids = new AtomicLong();
    private final Holdings holdings;
    private final ImageResolver images = new ImageResolver();
    private final PastModels past = new PastModels();
    private final EngineThread thread;
    private final DataDesk desk;
    private final Inside inside;

    /** An engine that computes on every processor, up to eight. */
    public LocalEngine() {
        this(usualThreads());
    }

    /** Models of this size gain nothing from more threads: each kernel would wait for the slowest. */
    static int usualThreads() {
        return Math.min(8, Runtime.getRuntime().availableProcessors());
    }

    /** An engine that computes on so many threads; bit for bit equal runs need equally many. */
    public LocalEngine(int threads) {
        holdings = new Holdings(threads);
        thread = new EngineThread("patchbook-engine", this::free, PATIENCE);
        desk = new DataDesk(holdings, PATIENCE);
        inside = new LocalInside(thread, this::looked, images, new Sides(holdings, past));
    }

    private void free() {
        past.close();
        holdings.close();
    }

    @Override
    public Job<DataSummary> load(DataRequest request) {
        return thread.submit("reading data", job -> {
            job.report("reading rows", 0, 0);
            DatasetLoader loader = new DatasetLoader(request.folder(), request.settings(), request.allowOutside());
            Dataset data = loader.load((bytes, size) -> job.report("reading rows", bytes, size), job.token());
            DataId id = new DataId(ids.incrementAndGet());
            holdings.put(id, new LoadedData(data, request));
            return DataSummaries.of(id, data);
        });
    }

    @Override
    public Job<DataPreview> preview(DataRequest request, int after, int rows) {
        return desk.preview(request, after, rows);
    }

    @Override
    public Job<DataCheck> check(DataRequest request) {
        return desk.check(request);
    }

    @Override
    public Job<RowPage> rows(DataId data, RowQuery query) {
        return desk.rows(data, query);
    }

    @Override
    public Job<RowSteps> steps(DataId data, int row, Optional<ModelId> model) {
        return desk.steps(data, row, model);
    }

    @Override
    public Job<AugmentPreview> augmented(DataId data, TrainSettings settings, int pictures, int times) {
        return thread.submitBrief("changing pictures", job -> {
            job.report("changing pictures", 0, 0);
            return Augmented.preview(holdings.data(data).dataset(), settings, pictures, times);
        });
    }

    @Override
    public Job<ModelSummary> build(DataId data, ModelSettings settings) {
        return thread.submit("building a model", job -> {
            job.report("building the model", 0, 0);
            return hold(ModelFactory.build(holdings.data(data), settings, holdings.workers()));
        });
    }

    @Override
    public Job<ModelSummary> open(Path folder) {
        return thread.submit("opening a model", job -> {
            job.report("reading weights", 0, 0);
            return hold(ModelFactory.open(folder, holdings.workers()));
        });
    }

    @Override
    public Job<ModelSummary> open(Path folder, DataId data) {
        return thread.submit("opening a model", job -> {
            job.report("reading weights", 0, 0);
            return hold(
                    ModelFactory.open(RunSettings.ended(folder), holdings.workers(), Optional.of(holdings.data(data))));
        });
    }

    private ModelSummary hold(LoadedModel model) {
        ModelId id = new ModelId(ids.incrementAndGet());
        holdings.put(id, model);
        return ModelSummaries.of(id, model);
    }

    @Override
    public TrainingJob train(TrainRequest request, Consumer<TrainEvent> events) {
        return thread.submit(training(request, events));
    }

    @Override
    public TrainingJob race(TrainingJob with, TrainRequest request, Consumer<TrainEvent> events) {
        LocalTrainingJob job = training(request, events);
        boolean joined = with instanceof LocalTrainingJob host && host.join(job);
        return joined ? job : thread.submit(job);
    }

    private LocalTrainingJob training(TrainRequest request, Consumer<TrainEvent> events) {
        ModelId id = new ModelId(ids.incrementAndGet());
        LocalTrainingJob job = new LocalTrainingJob(
                id, self -> open(self, request, events), host -> new TrainTurn(thread, host).have(), thread.queue());
        // Copied ahead of the run's turn, so that the model can be looked at while the run waits for another.
        thread.submitBrief("copying a model", ignored -> copy(id, request))
                .result()
                .whenComplete((copied, failure) -> {
                    if (failure != null) {
                        job.fail(cause(failure));
                    }
                });
        job.result().whenComplete((summary, failure) -> {
            if (failure != null && !job.started()) {
                release(id); // nobody will hear of it
            }
        });
        return job;
    }

    private static Throwable cause(Throwable failure) {
        return failure instanceof CompletionException && failure.getCause() != null ? failure.getCause() : failure;
    }

    /** Copies the model to train, unless that is done. */
    private ModelId copy(ModelId id, TrainRequest request) {
        if (holdings.has(id)) {
            return id;
        }
        LoadedModel source = holdings.model(request.model());
        LoadedData data = holdings.data(request.data());
        TrainSettings settings = request.resume()
                ? RunSettings.resumed(request, RunFolder.read(request.folder()).run())
                        .train()
                : request.settings();
        holdings.put(id, ModelFactory.copy(source, data, settings, holdings.workers()));
        return id;
    }

    private TrainingRun open(LocalTrainingJob job, TrainRequest request, Consumer<TrainEvent> events) {
        LoadedModel model = holdings.model(copy(job.model(), request));
        LoadedData data = model.data().orElseThrow();
        return new TrainingRun(job, model, data, request, Guarded.of(events), thread.queue());
    }

    @Override
    public Job<Generation> sample(SampleRequest request, Consumer<TokenEvent> tokens) {
        return write(request, List.of(), Guarded.of(tokens));
    }

    @Override
    public Job<Generation> follow(SampleRequest request, List<Integer> start) {
        return write(request, List.copyOf(start), token -> {});
    }

    private Job<Generation> write(SampleRequest request, List<Integer> start, Consumer<TokenEvent> told) {
        return thread.submitBrief("writing a caption", job -> {
            int most = request.settings().maxTokens();
            job.report("writing", 0, most);
            return Captioner.caption(sampled(request), request, start, images, job.token(), token -> {
                job.report("writing", token.index() + 1L, most);
                told.accept(token);
            });
        });
    }

    @Override
    public Job<TextScores> score(SampleRequest request, String text) {
        return thread.submitBrief("reading a caption", job -> {
            job.report("reading", 0, 0);
            LoadedModel model = sampled(request);
            Shown shown = images.shown(model, request.settings().image(), Scoring.where(request));
            return Scoring.of(model, request, text, shown.pixels(), job.token());
        });
    }

    @Override
    public Job<SampleTable> samples(SampleRequest request, int count) {
        return thread.submitSliced("writing captions", () -> new ManySamples(sampled(request), request, images, count));
    }

    @Override
    public Job<CaptionTable> captions(SampleRequest request, String part) {
        return thread.submitSliced(
                "writing captions", () -> new PartCaptions(sampled(request), request, images, Part.of(part)));
    }

    @Override
    public Job<PatchView> patches(LookRequest request) {
        return thread.submitBrief("looking at patches", job -> {
            job.report("looking", 0, 0);
            return Looks.patches(looked(request), request, images);
        });
    }

    @Override
    public Job<AttentionView> attention(LookRequest request) {
        return thread.submitBrief("looking at attention", job -> {
            job.report("looking", 0, 0);
            return Looks.attention(looked(request), request, images, job.token());
        });
    }

    @Override
    public Inside inside() {
        return inside;
    }

    /** The model of now, or of the checkpoint asked for. */
    private LoadedModel looked(LookRequest request) {
        return past.at(holdings.model(request.model()), request.settings().step(), holdings.workers());
    }

    private LoadedModel sampled(SampleRequest request) {
        return past.at(holdings.model(request.model()), request.settings().step(), holdings.workers());
    }

    @Override
    public void release(Object id) {
        thread.submitBrief("releasing", job -> {
            holdings.release(id);
            return id;
        });
    }

    @Override
    public void close() {
        desk.close();
        thread.close();
    }
}
