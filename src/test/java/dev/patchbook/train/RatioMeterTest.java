package dev.patchbook.train;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.patchbook.base.UpdateRatios;
import dev.patchbook.config.ModelSettings;
import dev.patchbook.config.ParameterLayout;
import dev.patchbook.config.ParameterLayout.Entry;
import dev.patchbook.plan.Tensor;
import dev.patchbook.plan.Workers;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.nd4j.linalg.api.buffer.DataType;

class RatioMeterTest {
    /** More than one slice. */
    private static final ParameterLayout LAYOUT =
            ParameterLayout.of(ModelSettings.of(Map.of("preset", "laptop")).config(48, 66, 65));

    @Test
    void tellsHowFarEachPartWasMoved() {
        float[] before = new float[Math.toIntExact(LAYOUT.length())];
        float[] after = new float[before.length];
        Random random = new Random(5);
        for (int i = 0; i < before.length; i++) {
            before[i] = (float) random.nextGaussian();
            after[i] = before[i] + (float) (1e-3 * random.nextGaussian());
        }
        assertThat(before.length).isGreaterThan(1 << 19);
        try (Workers workers = new Workers(2);
                RatioMeter meter = new RatioMeter(LAYOUT, workers);
                Tensor weights = Tensor.zeros(DataType.FLOAT, before.length)) {
            weights.set(before);
            UpdateRatios ratios =
                    meter.of(20, weights, (from, to) -> weights.put(from, slice(after, from, to), 0, to - from));
            assertThat(weights.toArray()).isEqualTo(after);
            UpdateRatios between =
                    meter.of(21, weights, (from, to) -> weights.put(from, slice(before, from, to), 0, to - from));
            assertThat(between.measured()).isFalse();
            assertThat(weights.toArray()).isEqualTo(before);
            double tolerance = 1e-4;
            assertThat(ratios.vision()).isCloseTo(ratio(before, after, "vision_encoder."), within(tolerance));
            assertThat(ratios.decoder()).isCloseTo(ratio(before, after, "decoder.blocks."), within(tolerance));
        }
    }

    private static float[] slice(float[] numbers, int from, int to) {
        float[] slice = new float[to - from];
        System.arraycopy(numbers, from, slice, 0, to - from);
        return slice;
    }

    private static double ratio(float[] before, float[] after, String part) {
        double moved = 0;
        double size = 0;
        for (Entry entry : LAYOUT.entries()) {
            if (entry.name().startsWith(part)) {
                for (int i = (int) entry.offset(); i < entry.offset() + entry.length(); i++) {
                    moved += Math.pow((double) after[i] - before[i], 2);
                    size += Math.pow(after[i], 2);
                }
            }
        }
        return Math.log10(Math.sqrt(moved / size));
    }
}
