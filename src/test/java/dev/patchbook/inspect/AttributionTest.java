package dev.patchbook.inspect;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.patchbook.base.TensorView;
import dev.patchbook.config.ModelConfig;
import dev.patchbook.config.ParameterLayout;
import dev.patchbook.config.Variant;
import dev.patchbook.config.VisionConfig;
import dev.patchbook.inspect.TokenAttribution.Text;
import dev.patchbook.model.Parameters;
import dev.patchbook.model.TinyModels;
import dev.patchbook.plan.Workers;
import dev.patchbook.sample.ModelRuntime;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** What patches a token rests on: against finite differences, against single runs, and for a model made to look at one patch. */
class AttributionTest {
    private static final Workers WORKERS = new Workers(1);
    private static final float[] PIXELS = TinyModels.pixels(3 * 8 * 8, 1);
    private static final Text TEXT = new Text(new int[] {7, 1, 2, 3, 4, 5}, new int[] {1, 2, 3, 4, 5, 6});

    @AfterAll
    static void close() {
        WORKERS.close();
    }

    @ParameterizedTest
    @EnumSource(Variant.class)
    void gradientsAreThoseOfFiniteDifferences(Variant variant) {
        try (ModelRuntime runtime = TinyModels.runtime(variant, 4, WORKERS);
                TokenAttribution attribution = new TokenAttribution(runtime)) {
            int[] places = {0, 2, 5};
            float[][] gradients = attribution.gradients(PIXELS, TEXT, places);
            float step = 0.02f;
            for (int pixel : new int[] {0, 9, 37, 63, 64, 101, 150, 191}) {
                float[] more = PIXELS.clone();
                float[] less = PIXELS.clone();
                more[pixel] += step;
                less[pixel] -= step;
                float[][] logs = attribution.logProbabilities(List.of(more, less), TEXT);
                for (int i = 0; i < places.length; i++) {
                    float slope = (logs[0][places[i]] - logs[1][places[i]]) / (2 * step);
                    assertThat(gradients[i][pixel])
                            .as("token %d, pixel %d", places[i], pixel)
                            .isCloseTo(slope, within(2e-3f * Math.max(0.05f, Math.abs(slope)) + 2e-5f));
                }
            }
        }
    }

    @Test
    void aTokensGradientIsTheSameAloneAndAmongOthers() {
        try (ModelRuntime runtime = TinyModels.runtime(Variant.STANDARD, 4, WORKERS);
                TokenAttribution attribution = new TokenAttribution(runtime)) {
            float[][] together = attribution.gradients(PIXELS, TEXT, 1, 3, 4, 5);
            float[] alone = attribution.gradients(PIXELS, TEXT, 3)[0];
            assertThat(magnitude(alone)).isGreaterThan(1e-4);
            for (int i = 0; i < alone.length; i++) {
                assertThat(together[1][i]).isCloseTo(alone[i], within(1e-6f));
            }
        }
    }

    @Test
    void severalPicturesAreReadAsEachAlone() {
        try (ModelRuntime runtime = TinyModels.runtime(Variant.GIT, 4, WORKERS);
                TokenAttribution attribution = new TokenAttribution(runtime)) {
            List<float[]> pictures = new ArrayList<>();
            for (int seed = 1; seed <= TokenAttribution.BATCH; seed++) {
                pictures.add(TinyModels.pixels(3 * 8 * 8, seed));
            }
            float[][] together = attribution.logProbabilities(pictures, TEXT);
            for (int i = 0; i < pictures.size(); i++) {
                float[] alone = attribution.logProbabilities(List.of(pictures.get(i)), TEXT)[0];
                for (int token = 0; token < alone.length; token++) {
                    assertThat(together[i][token]).isCloseTo(alone[token], within(1e-5f));
                    assertThat(alone[token]).isNegative();
                }
            }
        }
    }

    @Test
    void textsOfOtherLengthsAndNothingAskedFor() {
        try (ModelRuntime runtime = TinyModels.runtime(Variant.STANDARD, 4, WORKERS);
                TokenAttribution attribution = new TokenAttribution(runtime)) {
            float[] first = attribution.logProbabilities(List.of(PIXELS), TEXT)[0];
            attribution.gradients(PIXELS, TEXT, 0);
            Text longer =
                    new Text(new int[] {7, 1, 2, 3, 4, 5, 6, 0, 1, 2}, new int[] {1, 2, 3, 4, 5, 6, -1, -1, -1, 3});
            float[] more = attribution.logProbabilities(List.of(PIXELS), longer)[0];
            assertThat(more[7]).isZero();
            for (int token = 0; token < first.length; token++) {
                assertThat(more[token]).isCloseTo(first[token], within(1e-5f)); // what comes later is not seen
            }
            assertThat(attribution.logProbabilities(List.of(PIXELS), TEXT)[0]).isEqualTo(first);
        }
    }

    /** A model whose only way from the picture to the text is one patch: what both measures must find, and nothing else. */
    @ParameterizedTest
    @EnumSource(
            value = Variant.class,
            names = {"STANDARD", "PUBLISHED"})
    void aModelMadeToLookAtOnePatchShowsThatPatch(Variant variant) {
        ModelConfig config = TinyModels.config(variant);
        int looked = 2;
        try (ModelRuntime runtime = new ModelRuntime(config, lookingAt(looked, config), WORKERS);
                AttentionMaps attention = new AttentionMaps(runtime);
                TokenAttribution attribution = new TokenAttribution(runtime)) {
            TensorView maps = attention.of(PIXELS, TEXT.read()).vision();
            assertThat(maps.at(0, 0, 0, 1 + looked)).isGreaterThan(0.999f);
            VisionConfig vision = config.vision();
            float[] norms = TokenAttribution.patchNorms(attribution.gradients(PIXELS, TEXT, 3)[0], vision)
                    .data();
            float[] before = attribution.logProbabilities(List.of(PIXELS), TEXT)[0];
            for (int patch = 0; patch < vision.patches(); patch++) {
                float[] covered = TokenAttribution.covered(PIXELS, patch, vision);
                float change = before[3] - attribution.logProbabilities(List.of(covered), TEXT)[0][3];
                if (patch == looked) {
                    assertThat(norms[patch]).isGreaterThan(1e-4f);
                    assertThat(Math.abs(change)).isGreaterThan(1e-4f);
                } else {
                    assertThat(norms[patch]).as("patch %d", patch).isLessThan(1e-5f);
                    assertThat(change).as("patch %d", patch).isCloseTo(0, within(1e-5f));
                }
            }
        }
    }

    /**
     * CLS reads one patch alone in the first block, and nothing in the second: keys see positions only, of which that patch has one
     * that every query asks for by far the most, and the second block hands no values on.
     */
    private static Parameters lookingAt(int patch, ModelConfig config) {
        Parameters parameters = TinyModels.parameters(config, 4);
        int width = config.vision().width();
        float[] positions = new float[config.vision().tokens() * width];
        positions[(1 + patch) * width] = 8;
        positions[(1 + patch) * width + 1] = -8;
        parameters.write("vision_encoder.pos_embedding", positions);
        for (ParameterLayout.Entry entry : parameters.layout().entries()) {
            float[] numbers = parameters.read(entry.name()).data();
            if (entry.name().matches("vision_encoder\\.blocks\\.0\\.attn\\.heads\\.\\d\\.key\\.weight")) {
                Arrays.fill(numbers, 0);
                numbers[0] = 40; // the key's first number is the token's first
                numbers[1] = -40;
                parameters.write(entry.name(), numbers);
            } else if (entry.name().matches("vision_encoder\\.blocks\\.0\\.attn\\.heads\\.\\d\\.query\\.weight")) {
                Arrays.fill(numbers, 0);
                numbers[0] = 1;
                parameters.write(entry.name(), numbers);
            } else if (entry.name().equals("vision_encoder.cls_token")) {
                Arrays.fill(numbers, 0);
                numbers[0] = 5;
                parameters.write(entry.name(), numbers);
            } else if (entry.name().matches("vision_encoder\\.blocks\\.1\\.attn\\.proj\\.weight")) {
                Arrays.fill(numbers, 0);
                parameters.write(entry.name(), numbers);
            } else if (entry.name().matches("vision_encoder\\.blocks\\.0\\.ln1\\.(weight|bias)")) {
                Arrays.fill(numbers, entry.name().endsWith("weight") ? 1 : 0);
                parameters.write(entry.name(), numbers);
            }
        }
        return parameters;
    }

    private static double magnitude(float[] numbers) {
        double sum = 0;
        for (float x : numbers) {
            sum += (double) x * x;
        }
        return Math.sqrt(sum);
    }
}
