package dev.patchbook.engine.local;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.offset;

import dev.patchbook.base.CancelledException;
import dev.patchbook.base.UserFacingException;
import dev.patchbook.config.SampleSettings;
import dev.patchbook.config.Variant;
import dev.patchbook.engine.CaptionTable;
import dev.patchbook.engine.Generation;
import dev.patchbook.engine.Job;
import dev.patchbook.engine.ModelId;
import dev.patchbook.engine.SampleTable;
import dev.patchbook.engine.TextScores;
import dev.patchbook.engine.TokenScores;
import dev.patchbook.engine.TrainEvent;
import dev.patchbook.engine.TrainingJob;
import dev.patchbook.session.TextTree;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** Reading and writing captions: scores, several at once, beams. */
@Timeout(60)
class LocalEngineTextTest extends EngineFixture {
    @Test
    void aCaptionsScoresAreThoseOfReadingIt() throws Exception {
        Generation written = get(engine.sample(
                sample(model.id(), "validation 0", Map.of("temperature", "1.2", "seed", "7", "max-tokens", "12")),
                token -> {}));
        TokenScores scores = written.scores();
        assertThat(scores.places()).isEqualTo(written.tokens().size());
        TextScores read = get(engine.score(sample(model.id(), "validation 0", Map.of()), written.caption()));
        assertThat(read.first()).isZero();
        assertThat(read.scores().places()).isEqualTo(written.caption().length() + 1);
        for (int i = 0; i < written.caption().length(); i++) {
            double told = written.tokens().get(i).chosen().probability();
            assertThat(Math.exp(-read.surprise(i))).isCloseTo(told, offset(1e-5));
            assertThat(scores.surprise(i, read.ids().get(i))).isCloseTo(read.surprise(i), offset(1e-4));
        }
    }

    @Test
    void candidatesFollowFromScoresWithoutTheModel() throws Exception {
        Map<String, String> settings = Map.of("temperature", "0.7", "top-k", "5", "top-p", "0.8", "max-tokens", "4");
        Generation written = get(engine.sample(sample(model.id(), "validation 0", settings), token -> {}));
        SampleSettings same = TinyData.sample(settings);
        for (int i = 0; i < written.tokens().size(); i++) {
            List<TokenScores.Candidate> all = written.scores().candidates(i, same, List.of());
            assertThat(all).hasSize(written.scores().vocabulary().size());
            assertThat(all.stream().mapToDouble(TokenScores.Candidate::adjusted).sum())
                    .isCloseTo(1, offset(1e-9));
            written.tokens()
                    .get(i)
                    .adjusted()
                    .forEach(told -> assertThat(all).anySatisfy(candidate -> {
                        assertThat(candidate.token()).isEqualTo(told.token());
                        assertThat(candidate.adjusted()).isCloseTo(told.probability(), offset(1e-5));
                    }));
        }
    }

    @Test
    void severalCaptionsHaveTheSeedsFromTheFirstOn() throws Exception {
        Map<String, String> settings = Map.of("temperature", "1.5", "seed", "3", "max-tokens", "10");
        SampleTable table = get(engine.samples(sample(model.id(), "validation 1", settings), 5));
        assertThat(table.rows()).extracting(SampleTable.Row::seed).containsExactly(3L, 4L, 5L, 6L, 7L);
        assertThat(table.different()).isBetween(2, 5);
        Generation alone = get(engine.sample(
                sample(model.id(), "validation 1", Map.of("temperature", "1.5", "seed", "5", "max-tokens", "10")),
                token -> {}));
        SampleTable.Row third = table.rows().get(2);
        assertThat(third.caption()).isEqualTo(alone.caption());
        double sum = alone.tokens().stream()
                .mapToDouble(token -> Math.log(token.chosen().probability()))
                .sum();
        assertThat(third.logProbability()).isCloseTo(sum, offset(1e-3));
    }

    @Test
    void beamsFindACaptionAtLeastAsLikelyAsTheGreedyOne() throws Exception {
        Map<String, String> greedy = Map.of("max-tokens", "8");
        Generation plain = get(engine.sample(sample(model.id(), "validation 0", greedy), token -> {}));
        Generation beams = get(engine.sample(
                sample(model.id(), "validation 0", Map.of("max-tokens", "8", "beams", "6")), token -> {}));
        assertThat(beams.others()).hasSizeBetween(1, 6);
        assertThat(beams.others().get(0).caption()).isEqualTo(beams.caption());
        double likelihood = beams.others().get(0).logProbability();
        assertThat(likelihood).isGreaterThanOrEqualTo(sum(plain) - 1e-4);
        assertThat(sum(beams)).isCloseTo(likelihood, offset(1e-3));
        SampleTable table =
                get(engine.samples(sample(model.id(), "validation 0", Map.of("max-tokens", "8", "beams", "6")), 6));
        assertThat(table.rows().get(0).caption()).isEqualTo(beams.caption());
    }

    private static double sum(Generation caption) {
        return caption.tokens().stream()
                .mapToDouble(token -> Math.log(token.chosen().probability()))
                .sum();
    }

    @Test
    void aStretchIsNotRepeatedAndTheEndCanBePassed() throws Exception {
        Map<String, String> settings = Map.of("max-tokens", "15", "no-repeat", "1", "stop", "never");
        Generation written = get(engine.sample(sample(model.id(), "validation 0", settings), token -> {}));
        assertThat(written.tokens()).hasSize(15);
        assertThat(written.tokens().stream()
                        .map(token -> token.chosen().token())
                        .distinct())
                .hasSize(15);
        assertThat(written.finished()).isFalse();
    }

    @Test
    void aBeginningIsGoneOnWithAsTheWholeCaptionWas() throws Exception {
        Map<String, String> settings = Map.of("temperature", "1.3", "seed", "11", "max-tokens", "14", "stop", "never");
        Generation whole = get(engine.sample(sample(model.id(), "validation 0", settings), token -> {}));
        List<Integer> ids =
                whole.tokens().stream().map(token -> token.chosen().token()).toList();
        Generation same = get(engine.follow(sample(model.id(), "validation 0", settings), ids.subList(0, 5)));
        assertThat(same.caption()).isEqualTo(whole.caption());
        TextTree tree = TextTree.of(whole, List.of());
        assertThat(tree.fits(same)).isTrue();
        assertThat(tree.branch(same)).isEmpty();

        List<Integer> other = new ArrayList<>(ids.subList(0, 5));
        other.set(4, ids.get(4) == 0 ? 1 : 0);
        Generation parted = get(engine.follow(sample(model.id(), "validation 0", settings), other));
        assertThat(parted.tokens().get(4).chosen().token()).isEqualTo(other.get(4));
        assertThat(parted.tokens()).hasSize(14);
        assertThat(parted.truth().ids()).as("read once, with the caption").isEmpty();
        assertThat(tree.fits(parted)).isTrue();
        assertThat(tree.branch(parted)).hasValueSatisfying(branch -> {
            assertThat(branch.at()).isEqualTo(4);
            assertThat(branch.ids()).hasSize(10);
        });
    }

    @Test
    void theRowsOwnCaptionIsReadWithTheModels() throws Exception {
        Generation written = get(engine.sample(sample(model.id(), "validation 0", Map.of()), token -> {}));
        TextScores read = get(engine.score(sample(model.id(), "validation 0", Map.of()), written.reference()));
        assertThat(written.truth().ids())
                .isEqualTo(read.ids())
                .hasSize(written.reference().length());
        for (int i = 0; i < read.ids().size(); i++) {
            assertThat(written.truth().surprise(i)).isCloseTo(read.surprise(i), offset(1e-5));
        }
    }

    @Test
    void everyPictureOfAPartGetsACaption() throws Exception {
        CaptionTable table =
                get(engine.captions(sample(model.id(), "train 0", Map.of("max-tokens", "20")), "validation"));
        assertThat(table.rows()).hasSize(data.validation());
        for (CaptionTable.Row row : table.rows()) {
            Generation alone = get(engine.sample(
                    sample(model.id(), "validation " + row.index(), Map.of("max-tokens", "20")), token -> {}));
            assertThat(row.caption()).isEqualTo(alone.caption());
            assertThat(row.reference()).isEqualTo(alone.reference());
            assertThat(row.logProbability()).isCloseTo(sum(alone), offset(1e-3));
        }
        assertThat(table.characterErrors()).isPositive();
        assertThat(table.exact()).isBetween(0.0, 1.0);
    }

    @Test
    void aModelLetGoOfMeanwhileStaysUntilItsCaptionsAreWritten() throws Exception {
        Map<String, String> settings = Map.of("temperature", "1", "seed", "3", "max-tokens", "10");
        ModelId copy =
                get(engine.build(data.id(), TinyData.model(Variant.STANDARD))).id();
        SampleTable before = get(engine.samples(sample(copy, "validation 0", settings), 40));
        Job<SampleTable> samples = engine.samples(sample(copy, "validation 0", settings), 40);
        while (samples.progress().done() == 0) {
            Thread.onSpinWait();
        }
        engine.release(copy);
        assertThat(get(samples)).isEqualTo(before);
    }

    @Test
    void manyCaptionsTakeTurnsWithATraining() throws Exception {
        AtomicLong step = new AtomicLong();
        TrainingJob run = longRun("turns", event -> {
            if (event instanceof TrainEvent.Step now) {
                step.set(now.step());
            }
        });
        Map<String, String> settings = Map.of("temperature", "1", "max-tokens", "10");
        Job<SampleTable> samples = engine.samples(sample(run.model(), "validation 0", settings), 12);
        long before = step.get();
        assertThat(get(samples).rows()).hasSize(12);
        assertThat(step.get() - before).isGreaterThanOrEqualTo(8); // a step, at least, between two captions
        Job<SampleTable> endless = engine.samples(sample(run.model(), "validation 0", settings), 1_000_000);
        endless.cancel();
        assertThatThrownBy(() -> endless.result().get())
                .isInstanceOf(ExecutionException.class)
                .hasCauseInstanceOf(CancelledException.class);
    }

    @Test
    void saysWhatCannotBeRead() {
        assertThatThrownBy(() -> get(engine.score(sample(model.id(), "validation 0", Map.of()), "a \u00e9")))
                .isInstanceOf(UserFacingException.class)
                .hasMessageContaining("\u00e9");
        assertThatThrownBy(() -> get(engine.score(sample(model.id(), "validation 0", Map.of()), "a".repeat(5000))))
                .isInstanceOf(UserFacingException.class)
                .hasMessageContaining("5000");
    }
}
