package dev.patchbook.train;

import static org.assertj.core.api.Assertions.assertThat;

import dev.patchbook.config.ParameterLayout;
import dev.patchbook.config.ParameterLayout.Entry;
import dev.patchbook.config.Variant;
import dev.patchbook.model.TinyModels;
import dev.patchbook.plan.Tensor;
import dev.patchbook.plan.Workers;
import dev.patchbook.train.AdamOptimizer.Update;
import java.util.Arrays;
import java.util.Random;
import java.util.function.Predicate;
import org.junit.jupiter.api.Test;
import org.nd4j.linalg.api.buffer.DataType;

/** Adam when only some tensors train, and when others join. */
class AdamOptimizerTest {
    private static final ParameterLayout LAYOUT = ParameterLayout.of(TinyModels.config(Variant.STANDARD));
    private static final Predicate<Entry> HEAD = entry -> entry.name().contains("lm_head");
    private static final Predicate<Entry> MORE = HEAD.or(entry -> entry.name().contains("blocks.1.attn.heads.0.key"));

    private static Tensor random(long seed) {
        Random random = new Random(seed);
        float[] numbers = new float[Math.toIntExact(LAYOUT.length())];
        for (int i = 0; i < numbers.length; i++) {
            numbers[i] = (float) random.nextGaussian();
        }
        Tensor tensor = Tensor.zeros(DataType.FLOAT, numbers.length);
        tensor.set(numbers);
        return tensor;
    }

    private static float[] of(Tensor flat, Entry entry) {
        return flat.slice(entry.offset(), entry.length()).toArray();
    }

    @Test
    void whatIsFrozenStaysBitForBitAndWhatJoinsStartsAfresh() {
        try (Workers workers = new Workers(2);
                AdamOptimizer adam = new AdamOptimizer(LAYOUT, workers);
                AdamOptimizer second = new AdamOptimizer(LAYOUT, workers)) {
            Tensor parameters = random(1);
            float[] before = parameters.toArray();
            adam.train(HEAD, 0);
            for (int i = 1; i <= 3; i++) {
                adam.update(parameters, random(10 + i), new Update(i, 0.01, 0.1, 1));
            }
            for (Entry entry : LAYOUT.entries()) {
                float[] old = Arrays.copyOfRange(before, (int) entry.offset(), (int) (entry.offset() + entry.length()));
                if (HEAD.test(entry)) {
                    assertThat(of(parameters, entry)).isNotEqualTo(old);
                } else {
                    assertThat(of(parameters, entry)).as(entry.name()).isEqualTo(old);
                    assertThat(of(adam.second(), entry)).containsOnly(0);
                }
            }
            // the one that joins now does what it would as the first of an optimizer of its own
            Tensor other = Tensor.zeros(DataType.FLOAT, parameters.length());
            other.set(parameters.toArray());
            second.train(MORE, 0);
            adam.train(MORE, 3);
            adam.update(parameters, random(14), new Update(4, 0.01, 0.1, 1));
            second.update(other, random(14), new Update(1, 0.01, 0.1, 1));
            for (Entry entry : LAYOUT.entries()) {
                if (HEAD.test(entry)) {
                    assertThat(of(parameters, entry)).isNotEqualTo(of(other, entry));
                } else {
                    assertThat(of(parameters, entry)).as(entry.name()).isEqualTo(of(other, entry));
                }
            }
            assertThat(adam.trained()).allMatch(MORE).anyMatch(HEAD.negate());
        }
    }

    @Test
    void theNormIsOfWhatTrains() {
        try (Workers workers = new Workers(1);
                AdamOptimizer adam = new AdamOptimizer(LAYOUT, workers)) {
            Tensor gradients = random(2);
            adam.train(HEAD, 0);
            double sum = 0;
            for (Entry entry : adam.trained()) {
                for (float each : of(gradients, entry)) {
                    sum += (double) each * each;
                }
            }
            assertThat(adam.norm(gradients)).isCloseTo(Math.sqrt(sum), org.assertj.core.api.Assertions.within(1e-5));
        }
    }

    @Test
    void anUpdateInSlicesIsTheUpdate() {
        try (Workers workers = new Workers(2);
                AdamOptimizer adam = new AdamOptimizer(LAYOUT, workers);
                AdamOptimizer sliced = new AdamOptimizer(LAYOUT, workers)) {
            adam.train(HEAD.negate(), 0);
            sliced.train(HEAD.negate(), 0);
            Tensor parameters = random(1);
            Tensor others = random(1);
            for (int i = 1; i <= 3; i++) {
                Update how = new Update(i, 0.01, 0.1, 0.5);
                adam.update(parameters, random(10 + i), how);
                int slice = 777; // cuts tensors in two
                for (int from = 0; from < others.length(); from += slice) {
                    sliced.update(others, random(10 + i), how, from, Math.min(from + slice, others.length()));
                }
            }
            assertThat(others.toArray()).isEqualTo(parameters.toArray());
            assertThat(sliced.second().toArray()).isEqualTo(adam.second().toArray());
        }
    }
}
