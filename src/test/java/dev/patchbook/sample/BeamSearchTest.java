package dev.patchbook.sample;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.offset;

import dev.patchbook.base.CancelToken;
import dev.patchbook.base.CancelledException;
import dev.patchbook.base.Probabilities;
import dev.patchbook.config.ModelConfig;
import dev.patchbook.config.Variant;
import dev.patchbook.model.TinyModels;
import dev.patchbook.plan.Workers;
import dev.patchbook.sample.BeamSearch.Hypothesis;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class BeamSearchTest {
    private static final float[] PIXELS = TinyModels.pixels(3 * 8 * 8, 1);
    private static final int[] PROMPT = {2};
    private static final int[] STOPS = {7, 8};
    private static final int MOST = 3;

    private final Workers workers = new Workers(1);
    private ModelRuntime runtime = runtime(Variant.STANDARD);
    private TextGenerator generator = new TextGenerator(runtime);

    private ModelRuntime runtime(Variant variant) {
        ModelConfig config = TinyModels.config(variant);
        return new ModelRuntime(config, TinyModels.parameters(config, 5), workers);
    }

    private void use(Variant variant) {
        close();
        runtime = runtime(variant);
        generator = new TextGenerator(runtime);
    }

    @BeforeEach
    void open() {
        use(Variant.STANDARD);
    }

    @AfterEach
    void close() {
        generator.close();
        runtime.close();
    }

    private List<Hypothesis> search(int beams, int most, int noRepeat) {
        TextRequest request = new TextRequest(PIXELS, PROMPT, most, STOPS, noRepeat, Sampler.greedy());
        return BeamSearch.search(generator, request, beams, new CancelToken());
    }

    /** Scores of every text of at most three tokens, each read by itself. */
    private List<Hypothesis> exhaustive() {
        List<Hypothesis> all = new ArrayList<>();
        extend(List.of(), 0, all);
        all.sort(Comparator.comparingDouble(Hypothesis::logProbability).reversed());
        return all;
    }

    private void extend(List<Integer> text, double logProbability, List<Hypothesis> all) {
        if (text.size() == MOST) {
            all.add(new Hypothesis(text, logProbability, false));
            return;
        }
        int[] ids = text.stream().mapToInt(Integer::intValue).toArray();
        List<Choice> choices = new ArrayList<>();
        TextRequest along =
                new TextRequest(PIXELS, PROMPT, ids.length + 1, new int[0], Sampler.along(Sampler.greedy(), ids));
        generator.generate(along, new CancelToken(), choices::add);
        float[] logs = Probabilities.logs(choices.get(ids.length).logits());
        for (int token = 0; token < 9; token++) {
            if (token == STOPS[0] || token == STOPS[1]) {
                all.add(new Hypothesis(text, logProbability + logs[token], true));
            } else {
                List<Integer> longer = new ArrayList<>(text);
                longer.add(token);
                extend(longer, logProbability + logs[token], all);
            }
        }
    }

    @ParameterizedTest
    @EnumSource(Variant.class)
    void withBeamsEnoughItFindsWhatTryingAllTextsFinds(Variant variant) {
        use(variant);
        List<Hypothesis> all = exhaustive();
        List<Hypothesis> found = search(49, MOST, 0); // 7 tokens that go on, twice: every beginning is followed
        assertThat(found).hasSize(49);
        for (int i = 0; i < found.size(); i++) {
            assertThat(found.get(i).tokens()).isEqualTo(all.get(i).tokens());
            assertThat(found.get(i).finished()).isEqualTo(all.get(i).finished());
            assertThat(found.get(i).logProbability()).isCloseTo(all.get(i).logProbability(), offset(1e-4));
        }
    }

    @Test
    void oneBeamIsGreedy() {
        TextRequest request = new TextRequest(PIXELS, PROMPT, 8, STOPS, Sampler.greedy());
        Generated greedy = generator.generate(request, new CancelToken(), choice -> {});
        Hypothesis one = search(1, 8, 0).get(0);
        if (one.tokens().size() == greedy.tokens().size()) {
            assertThat(one.tokens()).isEqualTo(greedy.tokens());
        } else { // it may prefer a text that stopped earlier to the greedy one, which then is less likely as a whole
            assertThat(one.finished()).isTrue();
        }
    }

    @Test
    void moreBeamsNeverFindLess() {
        double before = Double.NEGATIVE_INFINITY;
        for (int beams : new int[] {1, 2, 4, 8}) {
            List<Hypothesis> found = search(beams, 6, 0);
            assertThat(found).hasSizeLessThanOrEqualTo(beams);
            assertThat(found)
                    .isSortedAccordingTo(Comparator.comparingDouble(Hypothesis::logProbability)
                            .reversed());
            assertThat(found.get(0).logProbability()).isGreaterThanOrEqualTo(before - 0.5);
            before = Math.max(before, found.get(0).logProbability());
        }
    }

    @Test
    void noStretchStandsTwiceWhereThatIsRefused() {
        for (Hypothesis found : search(4, 12, 2)) {
            List<Integer> text = new ArrayList<>(List.of(PROMPT[0]));
            text.addAll(found.tokens());
            HashSet<List<Integer>> pairs = new HashSet<>();
            for (int i = 0; i + 1 < text.size(); i++) {
                assertThat(pairs.add(text.subList(i, i + 2))).as("%s", text).isTrue();
            }
        }
    }

    @Test
    void isCancelled() {
        CancelToken cancel = new CancelToken();
        cancel.cancel();
        TextRequest request = new TextRequest(PIXELS, PROMPT, 8, STOPS, Sampler.greedy());
        assertThatThrownBy(() -> BeamSearch.search(generator, request, 3, cancel))
                .isInstanceOf(CancelledException.class);
    }
}
