package dev.patchbook.train;

import static org.assertj.core.api.Assertions.assertThat;

import dev.patchbook.config.ModelSettings;
import dev.patchbook.config.ParameterLayout;
import dev.patchbook.plan.Tensor;
import dev.patchbook.plan.Workers;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.nd4j.linalg.api.buffer.DataType;

class LastGoodTest {
    /** More numbers than are written at once, and not a multiple of that. */
    private static final ParameterLayout LAYOUT =
            ParameterLayout.of(ModelSettings.of(Map.of("preset", "laptop")).config(48, 66, 65));

    @TempDir
    private Path folder;

    private final Tensor weights = Tensor.zeros(DataType.FLOAT, LAYOUT.length());
    private Workers workers;
    private AdamOptimizer adam;

    @BeforeEach
    void make() {
        workers = new Workers(1);
        adam = new AdamOptimizer(LAYOUT, workers);
    }

    @AfterEach
    void close() {
        adam.close();
        workers.close();
        weights.close();
    }

    private void fill(long seed) {
        Random random = new Random(seed);
        for (Tensor tensor : new Tensor[] {weights, adam.first(), adam.second()}) {
            float[] numbers = new float[tensor.length()];
            for (int i = 0; i < numbers.length; i++) {
                numbers[i] = random.nextFloat();
            }
            tensor.set(numbers);
        }
    }

    private float[][] state() {
        return new float[][] {
            weights.toArray(), adam.first().toArray(), adam.second().toArray()
        };
    }

    @Test
    void bringsWeightsAndMomentsBackBitForBit() throws IOException {
        try (LastGood last = new LastGood(weights, adam, folder)) {
            assertThat(last.restore()).isNegative();
            fill(1);
            last.good(0, false);
            fill(2);
            float[][] second = state();
            last.good(7, true); // a checkpoint is never gone back beyond
            fill(3);
            last.good(8, false); // too soon for another
            assertThat(last.restore()).isEqualTo(7);
            assertThat(state()).isDeepEqualTo(second);
        }
        try (var left = Files.list(folder)) {
            assertThat(left).isEmpty();
        }
    }

    @Test
    void whatCannotBeWrittenIsNoState() throws IOException {
        Path file = Files.writeString(folder.resolve("file"), "in the way");
        fill(1);
        try (LastGood last = new LastGood(weights, adam, file)) {
            last.good(0, false);
            last.good(1, true);
            assertThat(last.restore()).isNegative();
            assertThat(last.lost()).isFalse(); // the weights are what they were
        }
        assertThat(file).content().isEqualTo("in the way");
    }
}
