package dev.patchbook.train;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.offset;

import dev.patchbook.base.DropoutMask;
import dev.patchbook.config.ModelConfig;
import dev.patchbook.config.Variant;
import dev.patchbook.model.ModelGraph;
import dev.patchbook.model.ModelGraph.Placement;
import dev.patchbook.model.Parameters;
import dev.patchbook.model.TinyModels;
import dev.patchbook.model.VisionLanguageModel;
import dev.patchbook.plan.Arena;
import dev.patchbook.plan.ExecutionPlan;
import dev.patchbook.plan.Tensor;
import dev.patchbook.plan.Workers;
import dev.patchbook.sample.ModelRuntime;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.nd4j.autodiff.samediff.SDVariable;
import org.nd4j.autodiff.samediff.SameDiff;
import org.nd4j.linalg.api.buffer.DataType;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.factory.Nd4j;

/** Our kernels on the plan against ND4J's operations in SameDiff's own session: the loss and every gradient. */
class PlanAgainstSessionTest {
    private static final int BATCH = 3;
    private static final int TOKENS = 5;
    private static final long KEY = DropoutMask.key(7, 3);

    @ParameterizedTest
    @CsvSource({
        "PUBLISHED,0",
        "STANDARD,0",
        "GIT,0",
        "PUBLISHED,0.25",
        "STANDARD,0.25",
        "GIT,0.25",
    })
    void lossAndGradientsAgree(Variant variant, double dropout) {
        ModelConfig config = TinyModels.config(variant);
        float[] pixels = TinyModels.pixels(BATCH * 3 * 8 * 8, 1);
        int[] tokens = TinyModels.ids(BATCH * TOKENS, 9, 2);
        int[] targets = TinyModels.ids(BATCH * TOKENS, 9, 3);
        targets[4] = -100;
        targets[11] = -100;
        try (Workers workers = new Workers(2);
                ModelRuntime runtime = new ModelRuntime(config, TinyModels.parameters(config, 4), workers);
                Arena arena = new Arena()) {
            BatchFeeds feeds = BatchFeeds.of(BATCH, TOKENS, 8);
            feeds.pictures().set(pixels);
            feeds.tokens().ints().put(0, tokens);
            feeds.targets().ints().put(0, targets);
            feeds.dropoutKey().longs().put(0, KEY);
            Tensor gradients =
                    Tensor.zeros(DataType.FLOAT, runtime.parameters().layout().length());
            ModelGraph fused = runtime.model().lossGraph(BATCH, TOKENS, dropout);
            ExecutionPlan plan = runtime.gradientPlan(fused, feeds.byName(), gradients, arena);
            plan.run();

            Map<String, INDArray> placeholders = new HashMap<>();
            placeholders.put("images", Nd4j.createFromArray(pixels).reshape(BATCH, 3, 8, 8));
            placeholders.put("token_ids", Nd4j.createFromArray(tokens));
            placeholders.put("target_ids", Nd4j.createFromArray(targets));
            ModelGraph portable = runtime.model().portableLossGraph(BATCH, TOKENS, dropout, DataType.FLOAT);
            Map<String, INDArray> expected = session(portable, runtime.parameters(), placeholders, dropout);

            assertThat((double) plan.output("loss").toArray()[0])
                    .isCloseTo(expected.get("loss").getDouble(0), offset(1e-5));
            for (Placement placement : portable.placements()) {
                float[] actual =
                        gradients.slice(placement.offset(), placement.shape()).toArray();
                compare(placement.name(), actual, expected.get(portable.gradient(placement.name())));
            }
        }
    }

    static void compare(String name, float[] actual, INDArray expected) {
        float[] wanted = expected.dup('c').data().asFloat();
        float largest = 1e-6f;
        for (float number : wanted) {
            largest = Math.max(largest, Math.abs(number));
        }
        for (int i = 0; i < actual.length; i++) {
            assertThat(Math.abs(actual[i] - wanted[i]) / largest)
                    .as("%s[%d]", name, i)
                    .isLessThan(1e-4f);
        }
    }

    /** As below, with one rate of dropout. */
    static Map<String, INDArray> session(
            ModelGraph portable, Parameters parameters, Map<String, INDArray> placeholders, double dropout) {
        Map<String, Double> rates = new HashMap<>();
        portable.sameDiff().variables().forEach(variable -> rates.put(variable.name(), dropout));
        return session(portable, parameters, placeholders, rates);
    }

    /**
     * Loss and gradients by SameDiff's session; dropout factors drawn as the kernels draw them.
     *
     * @param rates of dropout by the name of the mask that is fed
     */
    static Map<String, INDArray> session(
            ModelGraph portable, Parameters parameters, Map<String, INDArray> placeholders, Map<String, Double> rates) {
        SameDiff graph = portable.sameDiff();
        List<String> wanted = new ArrayList<>(List.of(VisionLanguageModel.LOSS));
        for (Placement placement : portable.placements()) {
            INDArray array = graph.getVariable(placement.name()).getArr();
            float[] numbers = new float[(int) array.length()];
            parameters.flat().data().asNioFloat().get((int) placement.offset(), numbers);
            array.assign(
                    Nd4j.createFromArray(numbers).reshape(placement.shape()).castTo(array.dataType()));
        }
        for (SDVariable variable : graph.variables()) {
            if (variable.name().startsWith("mask.")) {
                placeholders.put(variable.name(), factors(variable, rates.get(variable.name())));
            }
        }
        SameDiff both = portable.differentiate(VisionLanguageModel.LOSS);
        portable.placements().forEach(placement -> wanted.add(portable.gradient(placement.name())));
        return both.output(placeholders, wanted.toArray(new String[0]));
    }

    private static INDArray factors(SDVariable variable, double rate) {
        long[] shape = variable.placeholderShape();
        int site = Integer.parseInt(variable.name().substring(5));
        int size = (int) Arrays.stream(shape).reduce(1, (a, b) -> a * b);
        float[] all = new float[size];
        Arrays.fill(all, 1);
        if (shape.length == 2) {
            DropoutMask.apply(all, 0, size, KEY, site, rate);
        } else { // attention weights: every head's matrix starts at a multiple of four
            int area = (int) (shape[2] * shape[3]);
            for (int slice = 0; slice < size / area; slice++) {
                float[] one = new float[area];
                Arrays.fill(one, 1);
                DropoutMask.apply(one, slice * ((area + 3) / 4 * 4L), area, KEY, site, rate);
                System.arraycopy(one, 0, all, slice * area, area);
            }
        }
        return Nd4j.createFromArray(all).reshape(shape);
    }
}
