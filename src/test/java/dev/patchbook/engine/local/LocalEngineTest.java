package dev.patchbook.engine.local;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.patchbook.base.UserFacingException;
import dev.patchbook.config.Variant;
import dev.patchbook.config.ViewSettings;
import dev.patchbook.engine.AttentionView;
import dev.patchbook.engine.DataSummary;
import dev.patchbook.engine.Generation;
import dev.patchbook.engine.ModelSummary;
import dev.patchbook.engine.TokenEvent;
import dev.patchbook.engine.TrainEvent;
import dev.patchbook.engine.TrainEvent.Reason;
import dev.patchbook.engine.TrainRequest;
import dev.patchbook.engine.TrainSummary;
import dev.patchbook.engine.TrainingJob;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

@Timeout(60)
class LocalEngineTest extends EngineFixture {
    @Test
    void tellsWhatIsInTheData() {
        assertThat(data.name()).isEqualTo("tiny.csv");
        assertThat(data.rows()).isEqualTo(TinyData.ROWS + 1);
        assertThat(data.usable()).isEqualTo(TinyData.ROWS);
        assertThat(data.train()).isEqualTo(9);
        assertThat(data.validation()).isEqualTo(3);
        assertThat(data.longest()).isEqualTo("a white field 11".length());
        assertThat(data.imageSize()).isEqualTo(16);
        assertThat(data.alphabet()).contains("a", "0", " ").isSorted();
        assertThat(data.problems()).hasSize(1);
        assertThat(data.problems().get(0).row()).isEqualTo(TinyData.ROWS + 1);
        assertThat(data.examples()).hasSize(TinyData.ROWS);
        DataSummary.Example last = data.examples().get(TinyData.ROWS - 1);
        assertThat(last.part()).isEqualTo("validation");
        assertThat(last.index()).isEqualTo(2);
        assertThat(last.caption()).isEqualTo(TinyData.caption(11));
        assertThat(last.picture().width()).isEqualTo(16);
    }

    @Test
    void tellsTheModelsParts() {
        long sum =
                model.parts().stream().mapToLong(ModelSummary.Part::parameters).sum();
        assertThat(model.parameters()).isEqualTo(sum).isPositive();
        assertThat(model.alphabet()).isEqualTo(data.alphabet());
        assertThat(model.step()).isZero();
        assertThat(model.config().vision().image()).isEqualTo(16);
    }

    @ParameterizedTest
    @EnumSource(Variant.class)
    void trainsLooksAndWrites(Variant variant) throws Exception {
        ModelSummary built = get(engine.build(data.id(), TinyData.model(variant)));
        List<TrainEvent> events = new ArrayList<>();
        TrainRequest request = new TrainRequest(
                built.id(),
                data.id(),
                TinyData.train(Map.of()),
                folder.resolve("run-" + variant.id()),
                false,
                Map.of("model", Map.of("preset", "tiny", "variant", variant.id())));
        TrainingJob job = engine.train(request, events::add);
        TrainSummary summary = get(job);
        assertThat(summary.reason()).isEqualTo(Reason.COMPLETED);
        assertThat(summary.step()).isEqualTo(20);
        assertThat(summary.model()).isEqualTo(job.model()).isNotEqualTo(built.id());
        assertThat(events.stream().filter(TrainEvent.Step.class::isInstance)).hasSize(20);
        assertThat(events.get(events.size() - 1)).isEqualTo(new TrainEvent.Stopped(20, Reason.COMPLETED));
        assertThat(job.progress().done()).isEqualTo(20);

        AttentionView attention = get(engine.attention(look(job.model(), TinyData.attention("validation 1"))));
        assertThat(attention.step()).isEqualTo(20);
        int sequence = attention.tokens().size();
        assertThat(attention.text().shape()).containsExactly(2, 2, sequence, sequence);
        assertThat(attention.vision().shape()).containsExactly(2, 2, 5, 5);
        assertThat(String.join("", attention.tokens())).endsWith(TinyData.caption(10));

        Map<String, String> prompt = Map.of("prompt", "a r", "max-tokens", "5");
        Generation caption = get(engine.sample(sample(job.model(), "validation 0", prompt), token -> {}));
        assertThat(caption.caption()).startsWith("a r");
        assertThat(caption.reference()).isEqualTo(TinyData.caption(9));
        assertThat(caption.picture().width()).isEqualTo(20);
        assertThat(caption.resized().width()).isEqualTo(16);

        ModelSummary opened = get(engine.open(request.folder()));
        assertThat(opened.step()).isEqualTo(20);
        assertThat(opened.config()).isEqualTo(built.config());
        Path file = Files.write(folder.resolve("picture.png"), TinyData.png(TinyData.picture(9)));
        Generation again = get(engine.sample(sample(opened.id(), file.toString(), prompt), token -> {}));
        assertThat(again.caption()).isEqualTo(caption.caption());
        engine.release(opened.id());
        engine.release(built.id());
        engine.release(job.model());
        assertThatThrownBy(() -> get(engine.patches(look(opened.id(), TinyData.patches("train 0")))))
                .isInstanceOf(UserFacingException.class)
                .hasMessageContaining("no longer");
    }

    @Test
    void looksAtAnEarlierCheckpoint() throws Exception {
        TrainingJob job = engine.train(request("earlier", Map.of("checkpoint-every", "10")), event -> {});
        get(job);
        AttentionView now = get(engine.attention(look(job.model(), TinyData.attention("validation 1"))));
        AttentionView then = get(engine.attention(look(job.model(), at("validation 1", 10))));
        assertThat(now.step()).isEqualTo(20);
        assertThat(then.step()).isEqualTo(10);
        assertThat(then.text().data()).isNotEqualTo(now.text().data());
        AttentionView same = get(engine.attention(look(job.model(), at("validation 1", 20))));
        assertThat(same.text().data()).isEqualTo(now.text().data());
        assertThatThrownBy(() -> get(engine.attention(look(job.model(), at("validation 1", 7)))))
                .isInstanceOfSatisfying(UserFacingException.class, e -> {
                    assertThat(e.what()).contains("step 7");
                    assertThat(e.remedy()).contains("10, 20");
                });
        assertThatThrownBy(() -> get(engine.patches(look(model.id(), at("train 0", 5)))))
                .isInstanceOf(UserFacingException.class);
    }

    private static ViewSettings at(String image, int step) {
        return ViewSettings.attention(Map.of("image", image, "step", "" + step));
    }

    @Test
    void tellsEachTokenAndItsCandidates() throws Exception {
        List<TokenEvent> told = new CopyOnWriteArrayList<>();
        Map<String, String> settings = Map.of("max-tokens", "4", "temperature", "1", "top-k", "3");
        Generation caption = get(engine.sample(sample(model.id(), "train 0", settings), told::add));
        assertThat(told).isEqualTo(caption.tokens()).isNotEmpty();
        for (TokenEvent token : told) {
            assertThat(token.raw())
                    .hasSize(8)
                    .isSortedAccordingTo((a, b) -> Double.compare(b.probability(), a.probability()));
            assertThat(token.adjusted()).hasSize(3);
            double sum = token.adjusted().stream()
                    .mapToDouble(TokenEvent.Candidate::probability)
                    .sum();
            assertThat(sum).isBetween(0.9999, 1.0001);
        }
        Generation greedy = get(engine.sample(sample(model.id(), "train 0", Map.of("max-tokens", "4")), token -> {}));
        assertThat(greedy.tokens())
                .allSatisfy(token ->
                        assertThat(token.chosen()).isEqualTo(token.raw().get(0)));
    }
}
