package dev.patchbook.sample;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.offset;

import dev.patchbook.base.Probabilities;
import dev.patchbook.config.SampleSettings;
import java.util.Arrays;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SamplerTest {
    private static final float[] LOGITS = {1f, 3f, 2f, 3f, -4f};

    private static SampleSettings settings(double temperature, int topK, double topP, long seed) {
        return new SampleSettings("validation 0", "", 10, temperature, topK, topP, seed, 1, 0, false, 0);
    }

    @Test
    void greedyTakesTheFirstOfTheLikeliest() {
        assertThat(Sampler.greedy().next(LOGITS, 0)).isEqualTo(1);
        assertThat(Sampler.of(settings(0, 3, 0.5, 1)).next(LOGITS, 5)).isEqualTo(1);
    }

    @ParameterizedTest
    @CsvSource({"1,0,1", "0.5,0,1", "3,0,1", "1,3,1", "1,0,0.95", "2,4,0.9"})
    void drawsFollowTheProbabilities(double temperature, int topK, double topP) {
        double[] wanted = Probabilities.adjusted(LOGITS, temperature, topK, topP);
        int[] counts = new int[5];
        int draws = 20_000;
        Sampler sampler = Sampler.of(settings(temperature, topK, topP, 11));
        for (int i = 0; i < draws; i++) {
            counts[sampler.next(LOGITS, i)]++;
        }
        double chiSquared = 0;
        for (int i = 0; i < 5; i++) {
            double expected = draws * wanted[i];
            if (expected == 0) {
                assertThat(counts[i]).isZero();
            } else {
                chiSquared += (counts[i] - expected) * (counts[i] - expected) / expected;
            }
        }
        assertThat(chiSquared).isLessThan(18.5); // at most 4 degrees of freedom: one in a thousand
    }

    @Test
    void aSeedRepeatsAndAnotherDiffers() {
        int[] first = draws(3);
        assertThat(draws(3)).isEqualTo(first);
        assertThat(draws(4)).isNotEqualTo(first);
    }

    private static int[] draws(long seed) {
        Sampler sampler = Sampler.of(settings(1.5, 0, 1, seed));
        int[] draws = new int[50];
        Arrays.setAll(draws, i -> sampler.next(LOGITS, i));
        return draws;
    }

    @Test
    void topKAndTopPKeepTheLikeliest() {
        assertThat(Probabilities.adjusted(LOGITS, 1, 1, 1)).containsExactly(0, 1, 0, 0, 0);
        assertThat(Probabilities.adjusted(LOGITS, 1, 2, 1)).containsExactly(0, 0.5, 0, 0.5, 0);
        assertThat(Probabilities.adjusted(LOGITS, 1, 0, 0)).containsExactly(0, 1, 0, 0, 0);
        double[] nucleus = Probabilities.adjusted(LOGITS, 1, 0, 0.79);
        assertThat(nucleus[0] + nucleus[2] + nucleus[4]).isZero(); // e^3 twice is 0.799 of all
        assertThat(Arrays.stream(Probabilities.adjusted(LOGITS, 1, 0, 1)).sum()).isCloseTo(1, offset(1e-12));
    }

    @Test
    void aHugeTemperatureIsUniform() {
        for (double probability : Probabilities.adjusted(LOGITS, 1000, 0, 1)) {
            assertThat(probability).isCloseTo(0.2, offset(0.002));
        }
    }
}
