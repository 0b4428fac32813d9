package dev.patchbook.engine.local;

import dev.patchbook.base.CancelToken;
import dev.patchbook.base.CounterHash;
import dev.patchbook.base.DropoutMask;
import dev.patchbook.base.UserFacingException;
import dev.patchbook.config.DataSettings;
import dev.patchbook.config.ModelConfig;
import dev.patchbook.config.ModelSettings;
import dev.patchbook.config.ParameterLayout;
import dev.patchbook.config.TrainSettings;
import dev.patchbook.config.Training;
import dev.patchbook.data.Batch;
import dev.patchbook.data.Collator;
import dev.patchbook.data.Dataset;
import dev.patchbook.data.PixelScale;
import dev.patchbook.data.Statistics;
import dev.patchbook.data.picture.StoredPicture;
import dev.patchbook.data.source.Origin;
import dev.patchbook.data.source.Places;
import dev.patchbook.data.source.SourceOptions;
import dev.patchbook.engine.Tools.BenchRequest;
import dev.patchbook.engine.Tools.ProfileLine;
import dev.patchbook.engine.Tools.StepProfile;
import dev.patchbook.model.Parameters;
import dev.patchbook.plan.PlanProfile;
import dev.patchbook.plan.Workers;
import dev.patchbook.plan.kernel.Cost;
import dev.patchbook.plan.kernel.Roofline;
import dev.patchbook.sample.ModelRuntime;
import dev.patchbook.sample.Sampler;
import dev.patchbook.sample.TextGenerator;
import dev.patchbook.sample.TextRequest;
import dev.patchbook.text.Alphabet;
import dev.patchbook.text.CharacterTokenizer;
import dev.patchbook.text.Tokenizer;
import dev.patchbook.train.AdamOptimizer;
import dev.patchbook.train.AdamOptimizer.Update;
import dev.patchbook.train.TrainStep;
import dev.patchbook.train.VisionFeatures;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/** Times the engine on random data. */
final class Bench implements AutoCloseable {
    /** Rounds before any is timed: the first make the plans, the next give the JIT its chance. */
    static final int WARM_UP = 15;

    private static final Origin NOWHERE =
            new Origin(List.of(), new SourceOptions("", "", new Places(Path.of(""), Path.of(""), false)));

    private static final long SEED = 1;

    private final BenchRequest request;
    private final ModelConfig config;
    private final Tokenizer tokenizer;
    private final ModelRuntime runtime;
    private final TrainStep step;
    private final AdamOptimizer adam;
    private final Batch batch;
    private final TrainSettings train;
    private final List<StoredPicture> pictures = new ArrayList<>();
    private final @Nullable VisionFeatures features;
    private final Map<String, List<Double>> times = new LinkedHashMap<>();
    private long updates;

    Bench(BenchRequest request, Workers workers) {
        this.request = request;
        ModelSettings settings = ModelSettings.of(Map.of(
                "preset", request.preset().id(), "variant", request.variant().id()));
        DataSettings data = DataSettings.of(Map.of(), request.preset(), request.variant());
        this.train = TrainSettings.of(Map.of("train", request.train()), request.preset());
        this.tokenizer =
                CharacterTokenizer.of(Alphabet.SHAKESPEARE, request.variant().beginAndEnd());
        this.config = settings.config(data.imageSize(), tokenizer.vocabulary(), tokenizer.pad());
        requireRoom();
        train.requireIn(config);
        Parameters parameters = new Parameters(ParameterLayout.of(config));
        parameters.initialise(SEED);
        this.runtime = new ModelRuntime(config, parameters, workers);
        Training training = new Training(train.at(0).parts(), train.lora(), request.dropout() ? train.dropout() : 0);
        this.step = new TrainStep(runtime, training.dropout());
        step.train(training);
        this.adam = new AdamOptimizer(parameters.layout(), workers);
        adam.train(entry -> training.trains(entry.name()), 0);
        this.features = training.vision(config) ? null : new VisionFeatures(runtime);
        this.batch = batch();
    }

    private void requireRoom() {
        if (request.tokens() > config.textCapacity()) {
            throw new UserFacingException(
                    "The model has room for " + config.textCapacity() + " tokens, not " + request.tokens() + ".",
                    "Choose fewer with --tokens.");
        }
    }

    /** Medians and, under {@code KEY_min}, minima; milliseconds, and {@code peak_rss_mb}. */
    static Map<String, Double> run(BenchRequest request, Workers workers) {
        try (Bench bench = new Bench(request, workers)) {
            bench.rounds(WARM_UP);
            bench.times.clear();
            bench.rounds(request.steps());
            return bench.report();
        }
    }

    /** Where a step's time goes. */
    static StepProfile profile(BenchRequest request, Workers workers) {
        try (Bench bench = new Bench(request, workers)) {
            for (int i = 0; i < WARM_UP; i++) {
                bench.step();
            }
            PlanProfile profile = new PlanProfile();
            for (int i = 0; i < request.steps(); i++) {
                bench.step.profile(bench.batch, bench.embeds(), DropoutMask.key(SEED, bench.updates), profile);
                bench.time("update", 1, bench::update);
            }
            return bench.report(profile.lines(), Roofline.measure(workers));
        }
    }

    private StepProfile report(List<PlanProfile.Line> nodes, Roofline best) {
        long parameters = runtime.parameters().layout().length();
        // Parameters, means and squares are read and written, gradients read twice: for their norm and for the update.
        Cost update = new Cost(0, 8.0 * Float.BYTES * parameters);
        double ms = times.getOrDefault("update", List.of()).stream()
                .mapToDouble(Double::doubleValue)
                .min()
                .orElse(0);
        List<ProfileLine> lines = new ArrayList<>();
        lines.add(line(new PlanProfile.Line("adam", Long.toString(parameters), 1, Math.round(ms * 1e6), update), best));
        nodes.forEach(node -> lines.add(line(node, best)));
        lines.sort(Comparator.comparingDouble(ProfileLine::ms).reversed());
        return new StepProfile(lines, best.gigaflops(), best.gigabytes());
    }

    private static ProfileLine line(PlanProfile.Line line, Roofline best) {
        return new ProfileLine(
                line.operation().replace("patchbook_", ""),
                line.shape(),
                line.count(),
                line.nanos() / 1e6,
                line.cost().flops() / 1e9,
                line.cost().bytes() / 1e6,
                best.nanos(line.cost()) / 1e6);
    }

    private void rounds(int count) {
        try (TextGenerator generator = new TextGenerator(runtime)) {
            for (int i = 0; i < count; i++) {
                time("forward_ms", 1, () -> step.loss(batch));
                time("forward_backward_ms", 1, this::backward);
                time("update_ms", 1, this::update);
            }
            for (int i = 0; i < count; i++) {
                time("step_ms", 1, this::step);
            }
            float[] pixels = new float[batch.pixels().length / batch.size()];
            System.arraycopy(batch.pixels(), 0, pixels, 0, pixels.length);
            int[] prompt = {batch.tokens()[0]};
            TextRequest text = new TextRequest(pixels, prompt, request.tokens(), new int[0], Sampler.greedy());
            for (int i = 0; i < count; i++) {
                time("token_ms", request.tokens(), () -> generator.generate(text, new CancelToken(), choice -> {}));
            }
        }
    }

    /** One whole training step. */
    void step() {
        backward();
        update();
    }

    private void backward() {
        long key = DropoutMask.key(SEED, updates);
        float[] embeds = embeds();
        if (embeds == null) {
            step.backward(batch, key);
        } else {
            step.backward(batch, embeds, key);
        }
    }

    private float @Nullable [] embeds() {
        return features == null ? null : features.of(batch, pictures);
    }

    /** As the trainer does it: the norm is watched in every step. */
    private void update() {
        double norm = adam.norm(step.gradients());
        double scale = train.clip() > 0 && norm > train.clip() ? train.clip() / (norm + 1e-6) : 1;
        updates++;
        adam.update(
                runtime.flat(),
                step.gradients(),
                new Update(updates, train.learningRate(), train.weightDecay(), scale));
    }

    private void time(String key, int parts, Runnable work) {
        long start = System.nanoTime();
        work.run();
        double ms = (System.nanoTime() - start) / 1e6 / parts;
        times.computeIfAbsent(key, missing -> new ArrayList<>()).add(ms);
    }

    private Map<String, Double> report() {
        Map<String, Double> report = summary(times);
        report.put("peak_rss_mb", PeakMemory.megabytes());
        return report;
    }

    /** Median of each and, under {@code KEY_min}, minimum. */
    static Map<String, Double> summary(Map<String, List<Double>> times) {
        Map<String, Double> summary = new LinkedHashMap<>();
        times.forEach((key, values) -> {
            summary.put(key, median(values));
            summary.put(key + "_min", Collections.min(values));
        });
        return summary;
    }

    static double median(List<Double> values) {
        List<Double> sorted = values.stream().sorted().toList();
        int middle = sorted.size() / 2;
        return sorted.size() % 2 == 1 ? sorted.get(middle) : (sorted.get(middle - 1) + sorted.get(middle)) / 2;
    }

    /** Random pictures, and random captions as long as the text is to be. */
    private Batch batch() {
        int side = config.vision().image();
        int characters = request.tokens() - (tokenizer.begin().isPresent() ? 1 : 0);
        List<Dataset.Row> rows = new ArrayList<>();
        for (int i = 0; i < request.batch(); i++) {
            pictures.add(picture(i, side));
            rows.add(new Dataset.Row(i + 1L, i + 2L, caption(i, characters), pictures.get(i)));
        }
        int[] all = IntStream.range(0, request.batch()).toArray();
        Dataset data = new Dataset(
                NOWHERE,
                "random",
                "",
                side,
                rows.size(),
                rows,
                tokenizer.alphabet(),
                new Dataset.Parts(all, new int[0]),
                List.of(),
                Statistics.NONE);
        Batch filled = new Batch(side);
        Collator collator = new Collator(request.variant(), tokenizer, PixelScale.NONE, config.textCapacity());
        collator.fill(filled, data, all);
        return filled;
    }

    private static StoredPicture picture(int row, int side) {
        byte[] values = new byte[3 * side * side];
        long key = CounterHash.key(SEED, row, 1);
        for (int i = 0; i < values.length; i++) {
            values[i] = (byte) CounterHash.bits(key, i);
        }
        return StoredPicture.of(Integer.toString(row), values);
    }

    private static String caption(int row, int characters) {
        long key = CounterHash.key(SEED, row, 2);
        StringBuilder caption = new StringBuilder();
        for (int i = 0; i < characters; i++) {
            caption.append(Alphabet.SHAKESPEARE.get(CounterHash.below(key, i, Alphabet.SHAKESPEARE.size())));
        }
        return caption.toString();
    }

    @Override
    public void close() {
        if (features != null) {
            features.close();
        }
        step.close();
        adam.close();
        runtime.close();
    }
}
