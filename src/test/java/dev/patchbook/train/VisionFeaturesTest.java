package dev.patchbook.train;

import static org.assertj.core.api.Assertions.assertThat;

import dev.patchbook.config.ModelConfig;
import dev.patchbook.config.Variant;
import dev.patchbook.data.Batch;
import dev.patchbook.data.Collator;
import dev.patchbook.data.Dataset;
import dev.patchbook.data.PixelScale;
import dev.patchbook.data.picture.StoredPicture;
import dev.patchbook.model.TinyModels;
import dev.patchbook.plan.Workers;
import dev.patchbook.sample.ModelRuntime;
import dev.patchbook.text.CharacterTokenizer;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** What vision makes of pictures does not depend on what else is in a batch, nor on whether it was kept. */
class VisionFeaturesTest {
    private static final int PICTURES = 5;

    @ParameterizedTest
    @EnumSource
    void keptOrComputedAgainTheyAreTheSameBits(Variant variant) {
        ModelConfig config = TinyModels.config(variant);
        Dataset data = TinyDatasets.random(PICTURES, 8);
        CharacterTokenizer tokenizer = CharacterTokenizer.of(data.alphabet(), variant.beginAndEnd());
        Collator collator = new Collator(variant, tokenizer, PixelScale.NONE, 16);
        try (Workers workers = new Workers(2);
                ModelRuntime runtime = new ModelRuntime(config, TinyModels.parameters(config, 4), workers);
                VisionFeatures kept = new VisionFeatures(runtime);
                VisionFeatures bounded = new VisionFeatures(runtime, 2 * 4 * 8 * (variant.allPatches() ? 5 : 1));
                VisionFeatures none = new VisionFeatures(runtime, 0)) {
            Random random = new Random(3);
            Batch batch = new Batch(8);
            for (int step = 0; step < 6; step++) {
                int[] rows = random.ints(4, 0, PICTURES).toArray();
                collator.fill(batch, data, rows);
                List<StoredPicture> pictures = new ArrayList<>();
                Arrays.stream(rows)
                        .forEach(row -> pictures.add(data.rows().get(row).picture()));
                float[] features = none.of(batch, pictures);
                assertThat(kept.of(batch, pictures)).isEqualTo(features);
                assertThat(bounded.of(batch, pictures)).isEqualTo(features);
            }
            assertThat(kept.kept()).isEqualTo(PICTURES);
            assertThat(bounded.kept()).isEqualTo(2);
            assertThat(none.kept()).isZero();
        }
    }
}
