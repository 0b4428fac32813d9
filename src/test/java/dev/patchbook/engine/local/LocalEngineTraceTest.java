package dev.patchbook.engine.local;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.offset;

import dev.patchbook.base.CancelledException;
import dev.patchbook.base.TensorView;
import dev.patchbook.base.UserFacingException;
import dev.patchbook.config.Variant;
import dev.patchbook.engine.Generation;
import dev.patchbook.engine.Job;
import dev.patchbook.engine.LookRequest;
import dev.patchbook.engine.ModelId;
import dev.patchbook.engine.TextLook;
import dev.patchbook.engine.TextLook.Source;
import dev.patchbook.engine.TokenEvent;
import dev.patchbook.engine.TokenMaps;
import dev.patchbook.engine.TokenTrace;
import dev.patchbook.engine.TraceLook;
import dev.patchbook.engine.TraceLook.Way;
import dev.patchbook.engine.TrainEvent;
import dev.patchbook.engine.TrainingJob;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** Which patches the tokens of a caption rest on that the model wrote: against the same told of a text that is given. */
@Timeout(60)
class LocalEngineTraceTest extends EngineFixture {
    private static LookRequest at(ModelId id) {
        return look(id, TinyData.attention("validation 0"));
    }

    private static List<Integer> ids(Generation caption) {
        return caption.tokens().stream()
                .map(TokenEvent::chosen)
                .map(TokenEvent.Candidate::token)
                .toList();
    }

    /** A caption of letters alone, which the same text given is read as. */
    private static Generation written(ModelId id) throws Exception {
        Generation caption = null;
        for (int seed = 1; caption == null || caption.caption().length() < 9; seed++) {
            Map<String, String> settings =
                    Map.of("prompt", "a ", "max-tokens", "7", "temperature", "0.9", "seed", "" + seed, "stop", "never");
            caption = get(engine.sample(sample(id, "validation 0", settings), token -> {}));
        }
        return caption;
    }

    private static TokenTrace trace(ModelId id, Generation caption, Optional<Way> way) throws Exception {
        return get(engine.inside().trace(new TraceLook(at(id), caption.prompt(), ids(caption), way)));
    }

    private static void agrees(TokenTrace trace, Generation caption, TensorView lane) {
        int count = caption.tokens().size();
        assertThat(trace.tokens()).hasSize(count);
        assertThat(trace.maps().shape()).containsExactly(count, trace.grid(), trace.grid());
        for (int i = 0; i < count; i++) {
            int token = caption.tokens().get(i).chosen().token();
            assertThat(-trace.logs().at(i)).isCloseTo((float) caption.scores().surprise(i, token), offset(1e-4f));
            float[] expected = lane.slice(i + caption.prompt().length()).data();
            assertThat(trace.maps().slice(i).data()).containsExactly(expected, offset(1e-5f));
        }
    }

    @Test
    void withOneVisualTokenTheGradientIsToldAndCoveringWhenAsked() throws Exception {
        Generation caption = written(model.id());
        TokenMaps given = get(engine.inside().tokens(new TextLook(at(model.id()), Source.GIVEN, caption.caption())));
        TokenTrace gradient = trace(model.id(), caption, Optional.empty());
        assertThat(gradient.way()).isEqualTo(Way.GRADIENT);
        assertThat(gradient.attends()).isFalse();
        agrees(gradient, caption, given.gradient());
        agrees(trace(model.id(), caption, Optional.of(Way.COVERING)), caption, given.occlusion());
        assertThatThrownBy(() -> trace(model.id(), caption, Optional.of(Way.ATTENTION)))
                .isInstanceOf(UserFacingException.class)
                .hasMessageContaining("one token");
    }

    @Test
    void whereEveryPatchIsATokenItIsTheModelsAttention() throws Exception {
        ModelId git = get(engine.build(data.id(), TinyData.model(Variant.GIT))).id();
        Generation caption = written(git);
        TokenMaps given = get(engine.inside().tokens(new TextLook(at(git), Source.GIVEN, caption.caption())));
        TokenTrace attention = trace(git, caption, Optional.empty());
        assertThat(attention.way()).isEqualTo(Way.ATTENTION);
        agrees(attention, caption, given.attention().orElseThrow());
        agrees(trace(git, caption, Optional.of(Way.GRADIENT)), caption, given.gradient());
        engine.release(git);
    }

    @Test
    void itTakesTurnsWithATrainingAndIsCancelledBetweenTwo() throws Exception {
        AtomicLong step = new AtomicLong();
        TrainingJob run = longRun("traced", event -> {
            if (event instanceof TrainEvent.Step now) {
                step.set(now.step());
            }
        });
        Generation caption = written(run.model());
        TokenTrace trace = trace(run.model(), caption, Optional.of(Way.GRADIENT));
        long end = System.nanoTime() + 30_000_000_000L;
        while (step.get() <= trace.step() + 2) {
            assertThat(System.nanoTime()).as("the run goes on").isLessThan(end);
            Thread.sleep(1);
        }
        Job<TokenTrace> job = engine.inside()
                .trace(new TraceLook(at(run.model()), caption.prompt(), ids(caption), Optional.of(Way.COVERING)));
        job.cancel();
        assertThatThrownBy(() -> get(job)).isInstanceOf(CancelledException.class);
        assertThat(trace(run.model(), caption, Optional.empty()).step()).isGreaterThan(0);
    }

    @Test
    void tokensOfAnotherModelAreRefused() {
        TraceLook wrong = new TraceLook(at(model.id()), "a", List.of(9999), Optional.empty());
        assertThatThrownBy(() -> get(engine.inside().trace(wrong)))
                .isInstanceOf(UserFacingException.class)
                .hasMessageContaining("cannot have written");
    }
}
