package dev.patchbook.train;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.offset;

import dev.patchbook.base.DropoutMask;
import dev.patchbook.config.Lora;
import dev.patchbook.config.ModelConfig;
import dev.patchbook.config.Preset;
import dev.patchbook.config.TrainSettings;
import dev.patchbook.config.Training;
import dev.patchbook.config.Variant;
import dev.patchbook.model.ModelGraph;
import dev.patchbook.model.ModelGraph.Placement;
import dev.patchbook.model.TinyModels;
import dev.patchbook.model.VisionLanguageModel;
import dev.patchbook.plan.Arena;
import dev.patchbook.plan.ExecutionPlan;
import dev.patchbook.plan.Tensor;
import dev.patchbook.plan.Workers;
import dev.patchbook.sample.ModelRuntime;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.nd4j.linalg.api.buffer.DataType;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.factory.Nd4j;

/** Models of which only some parts train, with adapters and without. */
class PartialTrainingTest {
    private static final int BATCH = 3;
    private static final int TOKENS = 5;
    private static final long KEY = DropoutMask.key(7, 3);
    private static final float UNTOUCHED = 77;

    private static TrainSettings settings(String train, String lora) {
        return TrainSettings.of(Map.of("train", train, "lora", lora), Preset.TINY);
    }

    private static ModelConfig config(Variant variant, TrainSettings settings) {
        return TinyModels.config(variant).with(settings.lora());
    }

    private static BatchFeeds feeds() {
        BatchFeeds feeds = BatchFeeds.of(BATCH, TOKENS, 8);
        feeds.pictures().set(TinyModels.pixels(BATCH * 3 * 8 * 8, 1));
        feeds.tokens().ints().put(0, TinyModels.ids(BATCH * TOKENS, 9, 2));
        feeds.targets().ints().put(0, TinyModels.ids(BATCH * TOKENS, 9, 3));
        feeds.dropoutKey().longs().put(0, KEY);
        return feeds;
    }

    private static Tensor gradients(ModelRuntime runtime) {
        Tensor gradients =
                Tensor.zeros(DataType.FLOAT, runtime.parameters().layout().length());
        float[] marks = new float[gradients.length()];
        Arrays.fill(marks, UNTOUCHED);
        gradients.set(marks);
        return gradients;
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            STANDARD  | projector                | none                                                | 0
            STANDARD  | vision.0                 | none                                                | 0.25
            STANDARD  | vision.1, head           | none                                                | 0.25
            GIT       | decoder.1                | none                                                | 0.25
            PUBLISHED | all                      | rank 2, alpha 3, query+value of decoder             | 0.25
            STANDARD  | lora                     | rank 2, alpha 3, dropout 0.5, all of decoder        | 0.25
            STANDARD  | projector, lora          | rank 3, alpha 1, dropout 0.25, all of vision        | 0
            STANDARD  | lora                     | rank 2, query+proj of vision                        | 0
            STANDARD  | lora, vision             | rank 2, dropout 0.5, key of vision.1+decoder.0      | 0.25
            GIT       | lora, head               | rank 2, value+key of decoder+vision                 | 0.25
            """)
    void planAndSessionAgree(Variant variant, String train, String lora, double dropout) {
        TrainSettings settings = settings(train, lora);
        ModelConfig config = config(variant, settings);
        Training training = new Training(settings.at(0).parts(), settings.lora(), dropout);
        try (Workers workers = new Workers(2);
                ModelRuntime runtime = new ModelRuntime(config, TinyModels.parameters(config, 4), workers);
                BatchFeeds feeds = feeds();
                Arena arena = new Arena()) {
            Tensor gradients = gradients(runtime);
            ModelGraph fused = runtime.model().lossGraph(BATCH, TOKENS, training);
            ExecutionPlan plan = runtime.gradientPlan(fused, feeds.byName(), gradients, arena);
            plan.run();

            Map<String, INDArray> placeholders = new HashMap<>();
            placeholders.put(
                    "images", Nd4j.createFromArray(feeds.pictures().toArray()).reshape(BATCH, 3, 8, 8));
            placeholders.put("token_ids", Nd4j.createFromArray(TinyModels.ids(BATCH * TOKENS, 9, 2)));
            placeholders.put("target_ids", Nd4j.createFromArray(TinyModels.ids(BATCH * TOKENS, 9, 3)));
            ModelGraph portable = runtime.model().portableLossGraph(BATCH, TOKENS, training, DataType.FLOAT);
            Map<String, Double> rates = rates(portable, training);
            Map<String, INDArray> expected =
                    PlanAgainstSessionTest.session(portable, runtime.parameters(), placeholders, rates);
            assertThat((double) plan.output("loss").toArray()[0])
                    .isCloseTo(expected.get("loss").getDouble(0), offset(1e-5));
            assertThat(portable.trained()).isNotEmpty().hasSameSizeAs(fused.trained());
            for (Placement placement : portable.trained()) {
                float[] actual =
                        gradients.slice(placement.offset(), placement.shape()).toArray();
                PlanAgainstSessionTest.compare(
                        placement.name(), actual, expected.get(portable.gradient(placement.name())));
            }
            for (Placement placement : fused.placements()) {
                if (!training.trains(placement.name())) {
                    assertThat(gradients
                                    .slice(placement.offset(), placement.shape())
                                    .toArray())
                            .as(placement.name())
                            .containsOnly(UNTOUCHED);
                }
            }
        }
    }

    /** The rate of each mask the portable graph is fed: that of adapters at their own sites. */
    private static Map<String, Double> rates(ModelGraph graph, Training training) {
        Map<String, Double> rates = new HashMap<>();
        graph.sameDiff().variables().stream()
                .filter(variable -> variable.name().startsWith("mask."))
                .forEach(variable -> {
                    boolean adapter = Integer.parseInt(variable.name().substring(5)) >= 1 << 20;
                    rates.put(variable.name(), adapter ? training.adapterDropout() : training.dropout());
                });
        return rates;
    }

    /** As with {@code requires_grad}: what trains gets the gradients it gets when all trains. */
    @ParameterizedTest
    @CsvSource({"STANDARD,projector", "PUBLISHED,vision.0", "GIT,vision.1", "STANDARD,decoder.1", "GIT,head"})
    void gradientsOfWhatTrainsAreThoseOfTheWholeModel(Variant variant, String train) {
        TrainSettings settings = settings(train, "none");
        ModelConfig config = config(variant, settings);
        try (Workers workers = new Workers(2);
                ModelRuntime runtime = new ModelRuntime(config, TinyModels.parameters(config, 4), workers);
                BatchFeeds feeds = feeds();
                Arena arena = new Arena()) {
            Tensor whole = gradients(runtime);
            ModelGraph all = runtime.model().lossGraph(BATCH, TOKENS, 0);
            ExecutionPlan full = runtime.gradientPlan(all, feeds.byName(), whole, arena);
            full.run();
            Tensor some = gradients(runtime);
            ModelGraph part = runtime.model().lossGraph(BATCH, TOKENS, settings.at(0));
            ExecutionPlan plan = runtime.gradientPlan(part, feeds.byName(), some, new Arena());
            plan.run();
            assertThat(plan.size()).isLessThan(full.size());
            for (Placement placement : part.trained()) {
                assertThat(some.slice(placement.offset(), placement.shape()).toArray())
                        .as(placement.name())
                        .isEqualTo(whole.slice(placement.offset(), placement.shape())
                                .toArray());
            }
        }
    }

    @Test
    void frozenPartsDropNothing() {
        TrainSettings settings = settings("head", "none");
        ModelConfig config = config(Variant.STANDARD, settings);
        VisionLanguageModel model = new VisionLanguageModel(config);
        Training dropped = new Training(settings.at(0).parts(), Lora.NONE, 0.5);
        assertThat(model.lossGraph(BATCH, TOKENS, dropped).sameDiff().getVariable(VisionLanguageModel.DROPOUT_KEY))
                .isNull();
        assertThat(model.lossGraph(BATCH, TOKENS, 0.5).sameDiff().getVariable(VisionLanguageModel.DROPOUT_KEY))
                .isNotNull();
    }

    /** Fed what vision makes of the pictures, one by one, a step is that of the pictures but for rounding. */
    @ParameterizedTest
    @CsvSource({"STANDARD", "GIT"})
    void keptFeaturesGiveTheSameStep(Variant variant) {
        TrainSettings settings = settings("projector, decoder, head", "none");
        ModelConfig config = config(variant, settings);
        try (Workers workers = new Workers(2);
                ModelRuntime runtime = new ModelRuntime(config, TinyModels.parameters(config, 4), workers);
                BatchFeeds feeds = feeds();
                Arena arena = new Arena()) {
            ModelGraph whole = runtime.model().lossGraph(BATCH, TOKENS, settings.at(0));
            Tensor expected = gradients(runtime);
            ExecutionPlan plan = runtime.gradientPlan(whole, feeds.byName(), expected, arena);
            plan.run();
            float loss = plan.output("loss").toArray()[0];

            Tensor one = Tensor.zeros(DataType.FLOAT, 1, 3, 8, 8);
            ExecutionPlan vision = runtime.plan(
                    runtime.model().visionGraph(), Map.of("images", one), List.of("image_embeds"), new Arena());
            BatchFeeds fed = BatchFeeds.fed(BATCH, TOKENS, config);
            fed.tokens().ints().put(0, TinyModels.ids(BATCH * TOKENS, 9, 2));
            fed.targets().ints().put(0, TinyModels.ids(BATCH * TOKENS, 9, 3));
            for (int i = 0; i < BATCH; i++) {
                one.set(Arrays.copyOfRange(feeds.pictures().toArray(), i * 192, (i + 1) * 192));
                vision.run();
                float[] features = vision.output("image_embeds").toArray();
                fed.pictures().put(i * features.length, features, 0, features.length);
            }
            Tensor actual = gradients(runtime);
            ModelGraph graph = runtime.model().fedLossGraph(BATCH, TOKENS, settings.at(0));
            ExecutionPlan fast = runtime.gradientPlan(graph, fed.byName(), actual, new Arena());
            fast.run();
            assertThat(fast.output("loss").toArray()[0]).isCloseTo(loss, offset(1e-6f));
            assertThat(fast.size()).isLessThan(plan.size());
            for (Placement placement : graph.trained()) {
                PlanAgainstSessionTest.compare(
                        placement.name(),
                        actual.slice(placement.offset(), placement.shape()).toArray(),
                        Nd4j.createFromArray(expected.slice(placement.offset(), placement.shape())
                                .toArray()));
            }
        }
    }
}
