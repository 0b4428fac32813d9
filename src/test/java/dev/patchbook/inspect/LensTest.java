package dev.patchbook.inspect;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.patchbook.base.Probabilities;
import dev.patchbook.base.TensorView;
import dev.patchbook.config.Variant;
import dev.patchbook.model.TinyModels;
import dev.patchbook.model.VisionLanguageModel;
import dev.patchbook.plan.ExecutionPlan;
import dev.patchbook.plan.Tensor;
import dev.patchbook.plan.Workers;
import dev.patchbook.sample.ModelRuntime;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** The logit lens, visual tokens beside the text's, and principal components. */
class LensTest {
    private static final Workers WORKERS = new Workers(1);
    private static final float[] PIXELS = TinyModels.pixels(3 * 8 * 8, 1);
    private static final int[] TOKENS = {7, 1, 2, 3};

    @AfterAll
    static void close() {
        WORKERS.close();
    }

    @ParameterizedTest
    @EnumSource(Variant.class)
    void afterTheLastBlockItSaysWhatTheModelSays(Variant variant) {
        try (ModelRuntime runtime = TinyModels.runtime(variant, 4, WORKERS);
                LogitLens lens = new LogitLens(runtime);
                InspectionPlans plans = new InspectionPlans(runtime, List.of(VisionLanguageModel.LOGITS))) {
            TensorView logs = lens.of(PIXELS, TOKENS);
            int sequence = runtime.config().visualTokens() + TOKENS.length;
            assertThat(logs.shape()).containsExactly(3, sequence, 9);
            ExecutionPlan plan = plans.run(PIXELS, TOKENS);
            Tensor logits = plan.output(VisionLanguageModel.LOGITS);
            for (int position = 0; position < sequence; position++) {
                float[] row = new float[9];
                logits.get(position * 9, row, 0, 9);
                float[] own = Probabilities.logs(row);
                for (int token = 0; token < 9; token++) {
                    assertThat(logs.at(2, position, token)).isCloseTo(own[token], within(1e-5f));
                }
            }
            assertThat(logs.at(0, sequence - 1, 0)).isNotCloseTo(logs.at(2, sequence - 1, 0), within(1e-3f));
        }
    }

    /** With a head that reads off one number each, what is said before the blocks is what was fed in. */
    @Test
    void beforeTheFirstBlockItReadsTheEmbeddings() {
        try (ModelRuntime runtime = TinyModels.runtime(Variant.STANDARD, 4, WORKERS);
                LogitLens lens = new LogitLens(runtime)) {
            int width = runtime.config().decoder().width();
            float[] table = new float[9 * width];
            float[] head = new float[9 * width];
            for (int token = 0; token < width; token++) {
                table[token * width + token] = 8; // token i is the i-th axis
                head[token * width + token] = 5; // and the head asks for it there
            }
            runtime.parameters().write("decoder.token_embedding_table.weight", table);
            runtime.parameters().write("decoder.position_embedding_table.weight", new float[24 * width]);
            runtime.parameters().write("decoder.lm_head.weight", head);
            runtime.parameters().write("decoder.lm_head.bias", new float[9]);
            float[] ones = new float[width];
            Arrays.fill(ones, 1);
            runtime.parameters().write("decoder.ln_f.weight", ones);
            runtime.parameters().write("decoder.ln_f.bias", new float[width]);
            TensorView logs = lens.of(PIXELS, new int[] {1, 4, 2});
            for (int i = 0; i < 3; i++) {
                float[] row = logs.slice(0).slice(1 + i).data();
                assertThat(Probabilities.likeliest(Probabilities.of(row), 1)).containsExactly(new int[] {1, 4, 2}[i]);
            }
        }
    }

    @Test
    void aVisualTokenThatIsALettersEmbeddingIsNearestToThatLetter() {
        for (Variant variant : Variant.values()) {
            try (ModelRuntime runtime = TinyModels.runtime(variant, 4, WORKERS);
                    VisualTokens visual = new VisualTokens(runtime)) {
                TensorView before = visual.nearness(PIXELS);
                assertThat(before.shape()).containsExactly(runtime.config().visualTokens(), 9);
                for (float cosine : before.data()) {
                    assertThat(cosine).isBetween(-1.000001f, 1.000001f);
                }
                // The projector's last layer hands on its bias alone: three times the letter 5.
                String last =
                        variant.allPatches() ? "decoder.image_projection.net.1" : "decoder.image_projection.net.2";
                int width = runtime.config().decoder().width();
                float[] letter = new TensorView(
                                runtime.parameters()
                                        .read("decoder.token_embedding_table.weight")
                                        .data(),
                                9,
                                width)
                        .slice(5)
                        .data();
                float[] weight = runtime.parameters().read(last + ".weight").data();
                Arrays.fill(weight, 0);
                float[] thrice = new float[width];
                for (int i = 0; i < width; i++) {
                    thrice[i] = 3 * letter[i];
                }
                runtime.parameters().write(last + ".weight", weight);
                runtime.parameters().write(last + ".bias", thrice);
                TensorView now = visual.nearness(PIXELS);
                for (int token = 0; token < runtime.config().visualTokens(); token++) {
                    assertThat(now.at(token, 5)).isCloseTo(1, within(1e-5f));
                }
            }
        }
    }

    @Test
    void aPicturesEmbeddingFollowsThePicture() {
        try (ModelRuntime runtime = TinyModels.runtime(Variant.GIT, 4, WORKERS);
                VisualTokens visual = new VisualTokens(runtime)) {
            float[] first = visual.embedding(PIXELS);
            assertThat(first).hasSize(8);
            assertThat(visual.embedding(TinyModels.pixels(192, 9))).isNotEqualTo(first);
            assertThat(visual.embedding(PIXELS)).isEqualTo(first);
        }
    }

    @Test
    void principalComponentsOfAnEllipse() {
        Random random = new Random(5);
        float[][] rows = new float[400][];
        for (int i = 0; i < rows.length; i++) {
            double a = 4 * random.nextGaussian();
            double b = random.nextGaussian();
            rows[i] = new float[] {(float) (7 + 0.6 * a - 0.8 * b), (float) (0.8 * a + 0.6 * b), 3};
        }
        Pca pca = Pca.of(rows, 2);
        assertThat(pca.places().shape()).containsExactly(400, 2);
        assertThat(pca.shares()[0]).isCloseTo(16.0 / 17, within(0.02));
        assertThat(pca.shares()[0] + pca.shares()[1]).isCloseTo(1, within(1e-6));
        double along = (rows[0][0] - rows[1][0]) * 0.6 + (rows[0][1] - rows[1][1]) * 0.8;
        double found = pca.places().at(0, 0) - pca.places().at(1, 0);
        assertThat(Math.abs(found)).isCloseTo(Math.abs(along), within(0.3));
        double between = Math.hypot(found, pca.places().at(0, 1) - pca.places().at(1, 1));
        assertThat(between).isCloseTo(Math.hypot(rows[0][0] - rows[1][0], rows[0][1] - rows[1][1]), within(1e-4));
    }

    @Test
    void rowsThatDoNotDifferHaveNoComponents() {
        Pca pca = Pca.of(new float[][] {{1, 2}, {1, 2}, {1, 2}}, 2);
        assertThat(pca.places().data()).containsOnly(0);
        assertThat(pca.shares()).containsExactly(0, 0);
    }

    /** Of many rows products of columns are iterated with, of few the rows themselves: one plane. */
    @Test
    void manyRowsHaveThePlaneOfTheFewTheyRepeat() {
        Random random = new Random(4);
        float[][] few = new float[5][6];
        for (float[] row : few) {
            for (int i = 0; i < row.length; i++) {
                row[i] = (float) ((6 - i) * random.nextGaussian());
            }
        }
        float[][] many = new float[40][];
        for (int i = 0; i < many.length; i++) {
            many[i] = few[i % few.length];
        }
        Pca one = Pca.of(few, 2);
        Pca other = Pca.of(many, 2);
        for (int i = 0; i < few.length; i++) {
            assertThat(other.places().at(i, 0)).isCloseTo(one.places().at(i, 0), within(1e-3f));
            assertThat(other.places().at(i, 1)).isCloseTo(one.places().at(i, 1), within(1e-3f));
        }
        assertThat(other.shares()[1]).isCloseTo(one.shares()[1], within(1e-6));
    }
}
