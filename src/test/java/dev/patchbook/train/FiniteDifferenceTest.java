package dev.patchbook.train;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.offset;

import dev.patchbook.config.ModelConfig;
import dev.patchbook.config.PartSet;
import dev.patchbook.config.Preset;
import dev.patchbook.config.TrainSettings;
import dev.patchbook.config.Training;
import dev.patchbook.config.Variant;
import dev.patchbook.model.ModelGraph;
import dev.patchbook.model.ModelGraph.Placement;
import dev.patchbook.model.Parameters;
import dev.patchbook.model.TinyModels;
import dev.patchbook.model.VisionLanguageModel;
import java.util.HashMap;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.nd4j.autodiff.samediff.SameDiff;
import org.nd4j.linalg.api.buffer.DataType;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.factory.Nd4j;
import org.nd4j.nativeblas.NativeOpsHolder;

/**
 * The gradients of the portable form against central differences in double precision: the ground the other comparisons stand on.
 * Every learned variable is tried, so every kind of layer is.
 */
class FiniteDifferenceTest {
    private static final double STEP = 1e-5;

    @ParameterizedTest
    @EnumSource
    void gradientsAreSlopes(Variant variant) {
        gradientsAreSlopes(TinyModels.config(variant), PartSet.ALL);
    }

    @ParameterizedTest
    @EnumSource
    void gradientsOfAdaptersAndOfSomePartsAreSlopes(Variant variant) {
        TrainSettings settings = TrainSettings.of(
                Map.of("train", "projector, vision.0, lora", "lora", "rank 2, alpha 3, all of decoder+vision.1"),
                Preset.TINY);
        gradientsAreSlopes(
                TinyModels.config(variant).with(settings.lora()), settings.at(0).parts());
    }

    private static void gradientsAreSlopes(ModelConfig config, PartSet parts) {
        NativeOpsHolder.getInstance().getDeviceNativeOps().setOmpNumThreads(1); // tiny arrays: threads only wait
        VisionLanguageModel model = new VisionLanguageModel(config);
        ModelGraph portable = model.portableLossGraph(2, 4, new Training(parts, config.lora(), 0), DataType.DOUBLE);
        Map<String, INDArray> placeholders = new HashMap<>();
        placeholders.put(
                "images",
                Nd4j.createFromArray(TinyModels.pixels(2 * 3 * 8 * 8, 1))
                        .reshape(2, 3, 8, 8)
                        .castTo(DataType.DOUBLE));
        placeholders.put("token_ids", Nd4j.createFromArray(TinyModels.ids(8, 9, 2)));
        placeholders.put("target_ids", Nd4j.createFromArray(3, -100, 5, 1, 0, 8, 2, 2));
        try (Parameters parameters = TinyModels.parameters(config, 4)) {
            Map<String, INDArray> analytic = PlanAgainstSessionTest.session(portable, parameters, placeholders, 0);
            Random random = new Random(5);
            for (Placement placement : portable.trained()) {
                INDArray weights =
                        portable.sameDiff().getVariable(placement.name()).getArr();
                INDArray gradient = analytic.get(portable.gradient(placement.name()));
                long index = used(placement, random);
                double slope = slope(portable.sameDiff(), placeholders, weights, index);
                double claimed = gradient.dup('c').getDouble(index);
                assertThat(claimed)
                        .as("%s[%d]", placement.name(), index)
                        .isCloseTo(slope, offset(1e-7 + 1e-5 * Math.abs(slope)));
            }
        }
    }

    /** An index to try; of the position table one of the rows in use. */
    private static long used(Placement placement, Random random) {
        long length = 1;
        for (long side : placement.shape()) {
            length *= side;
        }
        boolean positions = placement.name().contains("position_embedding_table");
        return (long) (random.nextDouble() * (positions ? placement.shape()[1] * 5 : length));
    }

    private static double slope(SameDiff graph, Map<String, INDArray> feeds, INDArray weights, long index) {
        double before = weights.getDouble(index);
        weights.putScalar(index, before + STEP);
        double up = graph.outputSingle(feeds, VisionLanguageModel.LOSS).getDouble(0);
        weights.putScalar(index, before - STEP);
        double down = graph.outputSingle(feeds, VisionLanguageModel.LOSS).getDouble(0);
        weights.putScalar(index, before);
        return (up - down) / (2 * STEP);
    }
}
