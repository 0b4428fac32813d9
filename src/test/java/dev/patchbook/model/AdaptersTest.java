package dev.patchbook.model;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.patchbook.config.DecoderConfig;
import dev.patchbook.config.Lora;
import dev.patchbook.config.ModelConfig;
import dev.patchbook.config.ParameterLayout;
import dev.patchbook.config.PatchInit;
import dev.patchbook.config.Training;
import dev.patchbook.config.Variant;
import dev.patchbook.config.VisionConfig;
import dev.patchbook.plan.Arena;
import dev.patchbook.plan.ExecutionPlan;
import dev.patchbook.plan.Tensor;
import dev.patchbook.plan.Workers;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.nd4j.autodiff.samediff.SDVariable;
import org.nd4j.autodiff.samediff.SameDiff;
import org.nd4j.linalg.api.buffer.DataType;

/** Adapters of rank 1 on an attention two wide, worked out by hand. */
class AdaptersTest {
    private static final String PATH = "decoder.blocks.0.attn";
    private static final ModelConfig CONFIG = new ModelConfig(
            Variant.STANDARD,
            new VisionConfig(4, 4, 2, 1, 1),
            new DecoderConfig(2, 1, 1, 4, 3, 2),
            PatchInit.UNIFORM,
            Lora.parse("rank 1, alpha 2, query+value of decoder"));

    /**
     * x = (1, 2), W = 0, s = 2. Query: A = (3, 4), so A x = 11; B = (0, 0) adds nothing. Value: A = (1, -1), so A x = -1; B = (0.5, 0)
     * adds 2 * -1 * (0.5, 0) = (-1, 0). Logits (0, 0, 0, 0, -1, 0), target 0.
     */
    @Test
    void addsAndLearnsWhatIsWorkedOutByHand() {
        SameDiff sameDiff = SameDiff.create();
        Training training = Training.all(CONFIG, 0);
        ModelGraph graph = new ModelGraph(sameDiff, new FusedLowering(sameDiff), CONFIG, 1, training);
        SDVariable x = graph.ops().numbers("x", 1, 2);
        SDVariable qkv = new MultiHeadAttention(PATH, 2, 1, 1).qkv(graph, x);
        graph.ops().crossEntropy("loss", qkv, graph.ops().ids("target", 1));
        assertThat(graph.trained()).extracting(ModelGraph.Placement::name).allMatch(name -> name.contains("lora_"));
        SameDiff both = graph.differentiate("loss");

        Map<String, float[]> values = Map.of(
                PATH + ".query.lora_A.weight", new float[] {3, 4},
                PATH + ".value.lora_A.weight", new float[] {1, -1},
                PATH + ".value.lora_B.weight", new float[] {0.5f, 0});
        Map<String, Tensor> bound = new HashMap<>();
        Map<String, Tensor> gradients = new HashMap<>();
        for (ModelGraph.Placement placement : graph.placements()) {
            Tensor tensor = Tensor.zeros(DataType.FLOAT, placement.shape());
            tensor.set(values.getOrDefault(placement.name(), new float[tensor.length()]));
            bound.put(placement.name(), tensor);
        }
        for (ModelGraph.Placement placement : graph.trained()) {
            gradients.put(placement.name(), Tensor.zeros(DataType.FLOAT, placement.shape()));
            bound.put(graph.gradient(placement.name()), gradients.get(placement.name()));
        }
        bound.put("x", Tensor.zeros(DataType.FLOAT, 1, 2));
        bound.get("x").set(new float[] {1, 2});
        bound.put("target", Tensor.zeros(DataType.INT32, 1));
        List<String> wanted = new java.util.ArrayList<>(List.of(PATH + ".qkv", "loss"));
        graph.trained().forEach(placement -> wanted.add(graph.gradient(placement.name())));
        try (Workers workers = new Workers(1);
                Arena arena = new Arena()) {
            ExecutionPlan plan = new ExecutionPlan(new ExecutionPlan.Request(both, bound, wanted), arena, workers);
            plan.run();
            assertThat(plan.output(PATH + ".qkv").toArray()).containsExactly(0, 0, 0, 0, -1, 0);
            double sum = 5 + Math.exp(-1);
            assertThat(plan.output("loss").toArray()[0]).isCloseTo((float) Math.log(sum), within(1e-6f));
            double one = 1 / sum; // softmax of a zero
            double small = Math.exp(-1) / sum;
            // dB = s dy (A x): of the query dy = (p - 1, p), of the value dy = (small, p)
            close(gradients, ".query.lora_B.weight", 2 * 11 * (one - 1), 2 * 11 * one);
            close(gradients, ".value.lora_B.weight", 2 * -1 * small, 2 * -1 * one);
            // dA = s (B dy) x
            close(gradients, ".query.lora_A.weight", 0, 0);
            close(gradients, ".value.lora_A.weight", 2 * 0.5 * small, 2 * 0.5 * small * 2);
        }
    }

    private static void close(Map<String, Tensor> gradients, String name, double first, double second) {
        assertThat(gradients.get(PATH + name).toArray())
                .as(name)
                .containsExactly(new float[] {(float) first, (float) second}, within(1e-5f));
    }

    @Test
    void startAsThePaperHasIt() {
        try (Parameters parameters = new Parameters(ParameterLayout.of(CONFIG))) {
            parameters.initialise(7);
            float[] a = parameters.read(PATH + ".query.lora_A.weight").data();
            assertThat(a).hasSize(2).doesNotContain(0);
            for (float each : a) {
                assertThat(Math.abs(each)).isLessThanOrEqualTo((float) Math.sqrt(0.5));
            }
            assertThat(parameters.read(PATH + ".query.lora_B.weight").data()).containsOnly(0);
        }
    }
}
