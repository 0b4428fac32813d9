package dev.patchbook.engine.local;

import static org.assertj.core.api.Assertions.assertThat;

import dev.patchbook.checkpoint.Checkpoint;
import dev.patchbook.checkpoint.SafetensorsFile;
import dev.patchbook.checkpoint.TensorSource;
import dev.patchbook.config.ParameterLayout;
import dev.patchbook.config.TrainSettings;
import dev.patchbook.engine.ModelSummary;
import dev.patchbook.engine.TrainEvent.Reason;
import dev.patchbook.engine.TrainEvent.Step;
import dev.patchbook.engine.TrainRequest;
import dev.patchbook.engine.TrainSummary;
import java.lang.reflect.Constructor;
import java.lang.reflect.RecordComponent;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Runs that break: they stop, go back to what was good, and say what broke first. */
class TrainingGuardTest extends EngineFixture {
    @ParameterizedTest
    @CsvSource({
        "decoder.blocks.1.ffn.0.weight, NaN, the weights decoder.blocks.1.ffn.0.weight",
        "vision_encoder.blocks.0.ffn.2.weight, Infinity, the weights vision_encoder.blocks.0.ffn.2.weight",
        "decoder.lm_head.weight, 3e38, the output of decoder.lm_head (forward)",
        "decoder.image_projection.net.0.weight, 3e38, the output of decoder.image_projection.net.0 (forward)",
    })
    void brokenWeightsAreNamed(String tensor, float value, String words) throws Exception {
        String name = "weights" + Math.abs((tensor + value).hashCode());
        TrainSummary from = get(engine.train(request(name, Map.of("steps", "2", "evaluate-every", "0")), event -> {}));
        Path broken = folder.resolve(name + "-broken");
        rewrite(from.folder(), broken, tensor, value);
        ModelSummary opened = get(engine.open(broken, data.id()));
        TrainSummary summary = get(engine.train(
                new TrainRequest(
                        opened.id(),
                        data.id(),
                        TinyData.train(Map.of("steps", "9", "evaluate-every", "0")),
                        folder.resolve(name + "-run"),
                        false,
                        Map.of("model", Map.of("preset", "tiny"))),
                event -> {}));
        assertThat(summary.reason()).isEqualTo(Reason.DIVERGED);
        assertThat(summary.step()).isZero();
        assertThat(summary.message())
                .startsWith("At step 0 the loss was no longer a number")
                .contains(words);
    }

    @Test
    void aHugeLearningRateEndsWithTheWeightsThatWereGood() throws Exception {
        TrainRequest usual = request("huge", Map.of("steps", "50", "evaluate-every", "0"));
        TrainRequest huge = new TrainRequest(
                usual.model(),
                usual.data(),
                with(usual.settings(), "learningRate", 1e30),
                usual.folder(),
                false,
                usual.written());
        Watched events = new Watched();
        TrainSummary summary = get(engine.train(huge, events));
        assertThat(summary.reason()).isEqualTo(Reason.DIVERGED);
        assertThat(summary.step()).isZero();
        assertThat(summary.message()).contains("the first to break was the output of vision_encoder", "(forward)");
        List<Step> steps = events.all(Step.class);
        assertThat(steps.get(steps.size() - 1).loss()).isNaN();
        Watched again = new Watched();
        ModelSummary restored = get(engine.open(summary.folder(), data.id()));
        get(engine.train(
                new TrainRequest(
                        restored.id(),
                        data.id(),
                        TinyData.train(Map.of("steps", "1", "evaluate-every", "0")),
                        folder.resolve("restored"),
                        false,
                        Map.of("model", Map.of("preset", "tiny"))),
                again));
        assertThat(again.all(Step.class).get(0).loss()).isEqualTo(steps.get(0).loss()); // the weights of step 0
        assertThat(folder.resolve("huge/run.json")).content().contains("diverged");
    }

    @Test
    void aRunThatIsWellIsNotTouched() throws Exception {
        TrainSummary summary =
                get(engine.train(request("well", Map.of("steps", "5", "learning-rate", "1")), event -> {}));
        assertThat(summary.reason()).isEqualTo(Reason.COMPLETED);
        assertThat(summary.message()).isEmpty();
    }

    private static void rewrite(Path run, Path to, String tensor, float value) {
        Checkpoint from = Checkpoint.read(run);
        List<TensorSource> weights = new ArrayList<>();
        try (SafetensorsFile file = from.openModel()) {
            ParameterLayout.of(from.info().model()).shapes().forEach((name, shape) -> {
                float[] values = file.floats(name);
                if (name.equals(tensor)) {
                    Arrays.fill(values, value);
                }
                weights.add(new TensorSource(name, shape, () -> values));
            });
        }
        Checkpoint.write(to, from.info(), weights, Checkpoint.Moments.NONE);
    }

    /** Settings with a value that a person could not write. */
    private static TrainSettings with(TrainSettings settings, String component, Object value) throws Exception {
        RecordComponent[] all = TrainSettings.class.getRecordComponents();
        Object[] values = new Object[all.length];
        for (int i = 0; i < all.length; i++) {
            values[i] = all[i].getName().equals(component)
                    ? value
                    : all[i].getAccessor().invoke(settings);
        }
        Constructor<TrainSettings> made = TrainSettings.class.getDeclaredConstructor(
                Arrays.stream(all).map(RecordComponent::getType).toArray(Class[]::new));
        return made.newInstance(values);
    }
}
