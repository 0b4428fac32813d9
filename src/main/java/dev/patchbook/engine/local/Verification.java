package dev.patchbook.engine.local;

import dev.patchbook.base.CancelToken;
import dev.patchbook.checkpoint.SafetensorsFile;
import dev.patchbook.config.ModelConfig;
import dev.patchbook.config.ParameterLayout;
import dev.patchbook.engine.Tools.FixtureReport;
import dev.patchbook.engine.local.Comparison.Group;
import dev.patchbook.model.ModelGraph;
import dev.patchbook.model.Parameters;
import dev.patchbook.model.VisionLanguageModel;
import dev.patchbook.plan.Arena;
import dev.patchbook.plan.ExecutionPlan;
import dev.patchbook.plan.Tensor;
import dev.patchbook.plan.Workers;
import dev.patchbook.sample.Choice;
import dev.patchbook.sample.Generated;
import dev.patchbook.sample.ModelRuntime;
import dev.patchbook.sample.PublishedGenerator;
import dev.patchbook.sample.Sampler;
import dev.patchbook.sample.TextGenerator;
import dev.patchbook.sample.TextRequest;
import dev.patchbook.train.AdamOptimizer;
import dev.patchbook.train.AdamOptimizer.Update;
import dev.patchbook.train.TrainState;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import java.util.stream.IntStream;
import org.nd4j.linalg.api.buffer.DataType;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Runs the model on a fixture's weights and inputs, and compares all that comes out. */
final class Verification implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(Verification.class);
    private static final double ADAM_RATE = 1e-3;
    private static final int PROMPT = 2;
    private static final String ATTENTION = "attention.";
    private static final String GRADIENT = "grad.";
    private static final String ADAM_FINAL = "adam.final.";

    private final Fixture fixture;
    private final ModelConfig config;
    private final ModelRuntime runtime;
    private final Arena arena = new Arena();
    private final Comparison comparison = new Comparison();
    private final Tensor images;
    private final Tensor tokens;
    private final Tensor targets;

    private Verification(Fixture fixture, Workers workers) {
        this.fixture = fixture;
        this.config = fixture.config();
        Parameters parameters = new Parameters(ParameterLayout.of(config));
        TrainState.readWeights(fixture.weights(), parameters);
        this.runtime = new ModelRuntime(config, parameters, workers);
        int side = config.vision().image();
        this.images = Tensor.zeros(DataType.FLOAT, fixture.batch(), 3, side, side);
        images.set(fixture.images());
        this.tokens = ids(fixture.tokens());
        this.targets = ids(fixture.targets());
    }

    private static Tensor ids(int[] ids) {
        Tensor tensor = Tensor.zeros(DataType.INT32, ids.length);
        tensor.ints().put(0, ids);
        return tensor;
    }

    /** Compares everything a fixture has. */
    static FixtureReport run(Fixture fixture, Workers workers) {
        try (Verification verification = new Verification(fixture, workers)) {
            verification.forward();
            verification.greedy();
            verification.training(); // last: it changes the weights
            verification.comparison.first().ifPresent(what -> LOG.warn("{}: {}", fixture.name(), what));
            return new FixtureReport(
                    fixture.name(),
                    verification.config.variant().id(),
                    verification.comparison.first().isEmpty(),
                    verification.comparison.differences());
        }
    }

    private void forward() {
        VisionLanguageModel model = runtime.model();
        List<String> activations = List.of(
                VisionLanguageModel.PATCH_EMBEDDINGS,
                VisionLanguageModel.IMAGE_EMBEDS,
                VisionLanguageModel.VISUAL_TOKENS);
        List<String> names = List.of("patch_embeddings", "image_embeds", "visual_tokens");
        List<String> attention = model.attentionNames();
        List<String> outputs = new ArrayList<>(activations);
        outputs.addAll(attention);
        outputs.add(VisionLanguageModel.LOGITS);
        ExecutionPlan plan = runtime.plan(
                model.inspectionGraph(fixture.batch(), fixture.length()),
                Map.of(VisionLanguageModel.IMAGES, images, VisionLanguageModel.TOKENS, tokens),
                outputs,
                arena);
        plan.run();
        for (int i = 0; i < names.size(); i++) {
            compare(Group.ACTIVATIONS, names.get(i), plan.output(activations.get(i)));
        }
        for (String name : attention) {
            compare(Group.ATTENTION, ATTENTION + name.replace(".attn:1", ""), plan.output(name));
        }
        compare(Group.LOGITS, "logits", plan.output(VisionLanguageModel.LOGITS));
    }

    private void training() {
        Tensor gradients =
                Tensor.zeros(DataType.FLOAT, runtime.parameters().layout().length());
        ModelGraph graph = runtime.model().lossGraph(fixture.batch(), fixture.length(), 0);
        Map<String, Tensor> feeds = Map.of(
                VisionLanguageModel.IMAGES, images,
                VisionLanguageModel.TOKENS, tokens,
                VisionLanguageModel.TARGETS, targets);
        ExecutionPlan plan = runtime.gradientPlan(graph, feeds, gradients, arena);
        plan.run();
        compare(Group.LOSS, "loss", plan.output(VisionLanguageModel.LOSS));
        for (ParameterLayout.Entry entry : runtime.parameters().layout().entries()) {
            String name = GRADIENT + entry.name();
            float[] actual = gradients.slice(entry.offset(), entry.length()).toArray();
            float[] used = expected().floats(name); // of the positions, only the rows used
            comparison.values(Group.GRADIENTS, name, Arrays.copyOf(used, actual.length), actual);
        }
        adam(plan, gradients);
    }

    private void adam(ExecutionPlan plan, Tensor gradients) {
        float[] expected = expected().floats("adam.losses");
        float[] losses = new float[expected.length];
        try (AdamOptimizer adam = new AdamOptimizer(runtime.parameters().layout(), runtime.workers())) {
            for (int step = 0; step < losses.length; step++) {
                plan.run();
                losses[step] = plan.output(VisionLanguageModel.LOSS).toArray()[0];
                adam.update(runtime.flat(), gradients, new Update(step + 1, ADAM_RATE, 0, 1));
            }
        }
        comparison.values(Group.ADAM, "adam.losses", expected, losses);
        for (String name : expected().names()) {
            if (name.startsWith(ADAM_FINAL)) {
                float[] actual = runtime.parameters()
                        .read(name.substring(ADAM_FINAL.length()))
                        .data();
                comparison.values(Group.ADAM, name, expected().floats(name), actual);
            }
        }
    }

    private void greedy() {
        try (TextGenerator generator = new TextGenerator(runtime)) {
            greedy("greedy.corrected", (request, choices) -> generator.generate(request, new CancelToken(), choices));
        }
        if (expected().has("greedy.published") && !config.variant().allPatches()) {
            PublishedGenerator generator = new PublishedGenerator(runtime);
            greedy("greedy.published", (request, choices) -> generator.generate(request, new CancelToken(), choices));
        }
    }

    private interface Generator {
        Generated generate(TextRequest request, Consumer<Choice> choices);
    }

    private void greedy(String name, Generator generator) {
        int[] expectedIds = expected().ints(name);
        int side = config.vision().image();
        float[] first = Arrays.copyOf(fixture.images(), 3 * side * side);
        int[] prompt = Arrays.copyOf(fixture.tokens(), PROMPT);
        int most = expectedIds.length - PROMPT;
        TextRequest request = new TextRequest(first, prompt, most, new int[0], Sampler.greedy());
        List<float[]> logits = new ArrayList<>();
        Generated generated = generator.generate(request, choice -> logits.add(choice.logits()));
        int[] ids = IntStream.concat(Arrays.stream(prompt), Arrays.stream(generated.ids()))
                .toArray();
        comparison.tokens(Group.GREEDY, name, expectedIds, ids);
        comparison.values(Group.GREEDY, name + ".logits", expected().floats(name + ".logits"), concat(logits));
    }

    private static float[] concat(List<float[]> rows) {
        int length = rows.stream().mapToInt(row -> row.length).sum();
        float[] all = new float[length];
        int at = 0;
        for (float[] row : rows) {
            System.arraycopy(row, 0, all, at, row.length);
            at += row.length;
        }
        return all;
    }

    private void compare(Group group, String name, Tensor actual) {
        comparison.values(group, name, expected().floats(name), actual.toArray());
    }

    private SafetensorsFile expected() {
        return fixture.expected();
    }

    @Override
    public void close() {
        arena.close();
        runtime.close();
    }
}
