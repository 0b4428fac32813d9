package dev.patchbook.inspect;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import dev.patchbook.base.TensorView;
import dev.patchbook.config.DecoderConfig;
import dev.patchbook.config.ModelConfig;
import dev.patchbook.config.Variant;
import dev.patchbook.model.Parameters;
import dev.patchbook.model.TinyModels;
import dev.patchbook.plan.Workers;
import dev.patchbook.sample.ModelRuntime;
import java.util.Arrays;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class InspectTest {
    private static final Workers WORKERS = new Workers(1);
    private static final float[] PIXELS = TinyModels.pixels(3 * 8 * 8, 1);

    @AfterAll
    static void close() {
        WORKERS.close();
    }

    @ParameterizedTest
    @EnumSource(Variant.class)
    void mapsAreCompleteAndRowsSumToOne(Variant variant) {
        try (ModelRuntime runtime = TinyModels.runtime(variant, 4, WORKERS);
                AttentionMaps attention = new AttentionMaps(runtime)) {
            int[] tokens = TinyModels.ids(5, 9, 2);
            AttentionMaps.Maps maps = attention.of(PIXELS, tokens);
            int sequence = runtime.config().visualTokens() + 5;
            assertThat(maps.vision().shape()).containsExactly(2, 2, 5, 5);
            assertThat(maps.text().shape()).containsExactly(2, 2, sequence, sequence);
            rowsSumToOne(maps.vision());
            rowsSumToOne(maps.text());
            for (float weight : maps.vision().data()) {
                assertThat(weight).isPositive(); // every patch sees every other
            }
            causal(maps.text(), runtime.config().visualTokens());
        }
    }

    private static void rowsSumToOne(TensorView maps) {
        int size = maps.shape()[3];
        for (int row = 0; row < maps.data().length / size; row++) {
            double sum = 0;
            for (int i = 0; i < size; i++) {
                sum += maps.data()[row * size + i];
            }
            assertThat(sum).as("row %d", row).isCloseTo(1, within(1e-5));
        }
    }

    /** Text sees what is before it; the picture sees the whole picture and no text. */
    private static void causal(TensorView maps, int visual) {
        int[] shape = maps.shape();
        for (int block = 0; block < shape[0]; block++) {
            for (int head = 0; head < shape[1]; head++) {
                for (int query = 0; query < shape[2]; query++) {
                    for (int key = 0; key < shape[3]; key++) {
                        boolean seen = key <= query || key < visual;
                        float weight = maps.at(block, head, query, key);
                        assertThat(weight > 0).as("%d sees %d", query, key).isEqualTo(seen);
                    }
                }
            }
        }
    }

    @Test
    void whatComesLaterAndPaddingChangeNothing() {
        try (ModelRuntime runtime = TinyModels.runtime(Variant.STANDARD, 4, WORKERS);
                AttentionMaps attention = new AttentionMaps(runtime)) {
            int[] tokens = TinyModels.ids(9, 9, 3); // padded to 16
            TensorView longer = attention.of(PIXELS, tokens).text();
            TensorView shorter = attention.of(PIXELS, Arrays.copyOf(tokens, 4)).text(); // padded to 8
            for (int query = 0; query < 5; query++) {
                for (int key = 0; key < 5; key++) {
                    assertThat(shorter.at(1, 1, query, key)).isCloseTo(longer.at(1, 1, query, key), within(1e-6f));
                }
            }
        }
    }

    @Test
    void aTextMayBeEmptyAndAsLongAsThereIsRoomFor() {
        try (ModelRuntime runtime = TinyModels.runtime(Variant.PUBLISHED, 4, WORKERS);
                AttentionMaps attention = new AttentionMaps(runtime)) {
            assertThat(attention.of(PIXELS, new int[0]).text().shape()).containsExactly(2, 2, 1, 1);
            int room = runtime.config().textCapacity();
            assertThat(attention.of(PIXELS, new int[room]).text().shape()).containsExactly(2, 2, 24, 24);
            assertThatThrownBy(() -> attention.of(PIXELS, new int[room + 1]))
                    .isInstanceOf(IllegalArgumentException.class);
        }
    }

    @Test
    void followsTheWeightsOfTheMoment() {
        try (ModelRuntime runtime = TinyModels.runtime(Variant.GIT, 4, WORKERS);
                AttentionMaps attention = new AttentionMaps(runtime);
                PatchMaps patches = new PatchMaps(runtime)) {
            int[] tokens = {1, 2};
            float[] before = attention.of(PIXELS, tokens).vision().data();
            TensorView norms = patches.norms(PIXELS);
            Parameters parameters = runtime.parameters();
            String weight = "vision_encoder.patch_embedding.conv.weight";
            float[] doubled = parameters.read(weight).data();
            for (int i = 0; i < doubled.length; i++) {
                doubled[i] *= 2;
            }
            parameters.write(weight, doubled);
            assertThat(attention.of(PIXELS, tokens).vision().data()).isNotEqualTo(before);
            assertThat(patches.norms(PIXELS).data()).isNotEqualTo(norms.data());
        }
    }

    @Test
    void plansAreKeptByLengthAndTheOldestGoes() {
        ModelConfig small = TinyModels.config(Variant.STANDARD);
        ModelConfig config = new ModelConfig(
                small.variant(), small.vision(), new DecoderConfig(6, 1, 2, 120, 9, 8), small.patchInit());
        try (ModelRuntime runtime = new ModelRuntime(config, TinyModels.parameters(config, 4), WORKERS);
                AttentionMaps attention = new AttentionMaps(runtime)) {
            TensorView first = attention.of(PIXELS, new int[] {1, 2, 3}).text();
            for (int length = 1; length <= 80; length += 8) {
                attention.of(PIXELS, new int[length]);
            }
            assertThat(attention.kept()).isEqualTo(8);
            assertThat(attention.of(PIXELS, new int[] {1, 2, 3}).text().data()).isEqualTo(first.data());
        }
    }

    @Test
    void normsAreThoseOfTheEmbeddingsByHand() {
        try (ModelRuntime runtime = TinyModels.runtime(Variant.STANDARD, 4, WORKERS);
                PatchMaps patches = new PatchMaps(runtime)) {
            TensorView norms = patches.norms(PIXELS);
            assertThat(norms.shape()).containsExactly(2, 2);
            float[] weight = runtime.parameters()
                    .read("vision_encoder.patch_embedding.conv.weight")
                    .data();
            float[] bias = runtime.parameters()
                    .read("vision_encoder.patch_embedding.conv.bias")
                    .data();
            for (int patch = 0; patch < 4; patch++) {
                double squares = 0;
                for (int channel = 0; channel < 8; channel++) {
                    double sum = bias[channel];
                    for (int i = 0; i < 48; i++) {
                        int y = patch / 2 * 4 + i / 4 % 4;
                        int x = patch % 2 * 4 + i % 4;
                        sum += weight[channel * 48 + i] * PIXELS[i / 16 * 64 + y * 8 + x];
                    }
                    squares += sum * sum;
                }
                assertThat(norms.at(patch / 2, patch % 2)).isCloseTo((float) Math.sqrt(squares), within(1e-5f));
            }
        }
    }

    @Test
    void positionsAreComparedByTheirCosine() {
        try (ModelRuntime runtime = TinyModels.runtime(Variant.STANDARD, 4, WORKERS);
                PatchMaps patches = new PatchMaps(runtime)) {
            float[] table = new float[5 * 8];
            table[0] = 3; // CLS along the first axis
            table[8] = 1; // the first patch the same way
            table[16] = -2; // the second the opposite way
            table[25] = 4; // the third at a right angle, the fourth nowhere
            runtime.parameters().write("vision_encoder.pos_embedding", table);
            TensorView cosines = patches.positions();
            assertThat(cosines.shape()).containsExactly(5, 5);
            assertThat(cosines.slice(0).data()).containsExactly(1, 1, -1, 0, 0);
            assertThat(cosines.at(4, 4)).isZero();
            assertThat(cosines.at(2, 1)).isEqualTo(cosines.at(1, 2));
        }
    }
}
