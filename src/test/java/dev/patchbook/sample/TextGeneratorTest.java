package dev.patchbook.sample;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.offset;

import dev.patchbook.base.CancelToken;
import dev.patchbook.base.CancelledException;
import dev.patchbook.base.Probabilities;
import dev.patchbook.base.UserFacingException;
import dev.patchbook.config.ModelConfig;
import dev.patchbook.config.Variant;
import dev.patchbook.model.TinyModels;
import dev.patchbook.model.VisionLanguageModel;
import dev.patchbook.plan.Arena;
import dev.patchbook.plan.ExecutionPlan;
import dev.patchbook.plan.Tensor;
import dev.patchbook.plan.Workers;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.nd4j.linalg.api.buffer.DataType;

class TextGeneratorTest {
    private static final int[] NO_STOPS = {};

    /** For prompts of every length, up to the last that leaves room for a token. */
    @ParameterizedTest
    @EnumSource(Variant.class)
    void aCachedTokenHasTheScoresOfTheWholeSequence(Variant variant) {
        ModelConfig config = TinyModels.config(variant);
        float[] pixels = TinyModels.pixels(3 * 8 * 8, 1);
        try (Workers workers = new Workers(2);
                ModelRuntime runtime = new ModelRuntime(config, TinyModels.parameters(config, 3), workers);
                TextGenerator generator = new TextGenerator(runtime)) {
            for (int length = 1; length <= config.textCapacity(); length++) {
                int[] prompt = TinyModels.ids(length, 9, 2);
                List<Choice> choices = new ArrayList<>();
                TextRequest request = new TextRequest(pixels, prompt, 6, NO_STOPS, Sampler.greedy());
                Generated text = generator.generate(request, new CancelToken(), choices::add);
                assertThat(text.tokens()).hasSize(Math.min(6, config.textCapacity() - length + 1));
                int[] all = IntStream.concat(IntStream.of(prompt), IntStream.of(text.ids()))
                        .limit(config.textCapacity())
                        .toArray();
                float[] logits = whole(runtime, pixels, all);
                for (Choice choice : choices) {
                    int row = config.visualTokens() + length - 1 + choice.index();
                    float[] uncached = Arrays.copyOfRange(logits, row * 9, row * 9 + 9);
                    assertThat(choice.logits()).containsExactly(uncached, offset(1e-4f));
                    assertThat(Probabilities.argmax(uncached)).isEqualTo(choice.token());
                }
            }
        }
    }

    private static float[] whole(ModelRuntime runtime, float[] pixels, int[] ids) {
        Tensor images = Tensor.zeros(DataType.FLOAT, 1, 3, 8, 8);
        images.set(pixels);
        Tensor tokens = Tensor.zeros(DataType.INT32, ids.length);
        tokens.ints().put(0, ids);
        Map<String, Tensor> feeds = Map.of(VisionLanguageModel.IMAGES, images, VisionLanguageModel.TOKENS, tokens);
        try (Arena arena = new Arena()) {
            ExecutionPlan plan = runtime.plan(
                    runtime.model().inspectionGraph(1, ids.length), feeds, List.of(VisionLanguageModel.LOGITS), arena);
            plan.run();
            return plan.output(VisionLanguageModel.LOGITS).toArray();
        }
    }

    @ParameterizedTest
    @EnumSource(names = {"PUBLISHED", "STANDARD"})
    void theArticlesLoopRunsOldRowsThroughTheBlocksAgain(Variant variant) {
        ModelConfig config = TinyModels.config(variant);
        float[] pixels = TinyModels.pixels(3 * 8 * 8, 1);
        try (Workers workers = new Workers(1);
                ModelRuntime runtime = new ModelRuntime(config, TinyModels.parameters(config, 3), workers);
                TextGenerator corrected = new TextGenerator(runtime)) {
            TextRequest request = new TextRequest(pixels, new int[] {1, 2}, 4, NO_STOPS, Sampler.greedy());
            List<Choice> published = new ArrayList<>();
            List<Choice> right = new ArrayList<>();
            new PublishedGenerator(runtime).generate(request, new CancelToken(), published::add);
            corrected.generate(request, new CancelToken(), right::add);
            assertThat(published).hasSize(4);
            assertThat(published.get(0).logits()).isNotEqualTo(right.get(0).logits());
        }
    }

    @Test
    void theArticlesLoopRefusesManyVisualTokens() {
        ModelConfig config = TinyModels.config(Variant.GIT);
        try (Workers workers = new Workers(1);
                ModelRuntime runtime = new ModelRuntime(config, TinyModels.parameters(config, 3), workers)) {
            assertThatThrownBy(() -> new PublishedGenerator(runtime))
                    .isInstanceOf(UserFacingException.class)
                    .hasMessageContaining("5");
        }
    }

    @Test
    void stopsAtAStopTokenAtTheLimitAndWhenCancelled() {
        ModelConfig config = TinyModels.config(Variant.STANDARD);
        float[] pixels = TinyModels.pixels(3 * 8 * 8, 1);
        try (Workers workers = new Workers(1);
                ModelRuntime runtime = new ModelRuntime(config, TinyModels.parameters(config, 3), workers);
                TextGenerator generator = new TextGenerator(runtime)) {
            TextRequest endless = new TextRequest(pixels, new int[] {1}, 1000, NO_STOPS, Sampler.greedy());
            Generated full = generator.generate(endless, new CancelToken(), choice -> {});
            assertThat(full.tokens()).hasSize(23); // 24 positions, one of them the picture's
            assertThat(full.finished()).isFalse();
            int second = full.tokens().get(1);
            TextRequest stopping = new TextRequest(pixels, new int[] {1}, 1000, new int[] {second}, Sampler.greedy());
            Generated stopped = generator.generate(stopping, new CancelToken(), choice -> {});
            assertThat(stopped.finished()).isTrue();
            assertThat(stopped.tokens())
                    .isEqualTo(full.tokens().subList(0, full.tokens().indexOf(second)));
            CancelToken cancel = new CancelToken();
            assertThatThrownBy(() -> generator.generate(endless, cancel, choice -> cancel.cancel()))
                    .isInstanceOf(CancelledException.class);
            TextRequest nothing = new TextRequest(pixels, new int[] {}, 5, NO_STOPS, Sampler.greedy());
            assertThatThrownBy(() -> generator.generate(nothing, new CancelToken(), choice -> {}))
                    .isInstanceOf(UserFacingException.class)
                    .hasMessageContaining("prompt");
        }
    }
}
