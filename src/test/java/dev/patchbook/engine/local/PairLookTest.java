package dev.patchbook.engine.local;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.patchbook.chart.HeadPlace;
import dev.patchbook.chart.VisionChoice;
import dev.patchbook.config.SettingException;
import dev.patchbook.config.ViewSettings;
import dev.patchbook.engine.AttentionView;
import dev.patchbook.engine.CompareLook;
import dev.patchbook.engine.CompareLook.Side;
import dev.patchbook.engine.Generation;
import dev.patchbook.engine.ModelId;
import dev.patchbook.engine.ModelSummary;
import dev.patchbook.engine.PairView;
import dev.patchbook.engine.PatchView;
import dev.patchbook.engine.SideView;
import dev.patchbook.engine.TrainEvent.Saved;
import dev.patchbook.engine.TrainEvent.Step;
import dev.patchbook.engine.TrainingJob;
import dev.patchbook.export.PairMaps;
import dev.patchbook.session.CellOutput.CompareOutput;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** Two checkpoints, runs or pictures side by side are each as if it were opened by itself. */
class PairLookTest extends EngineFixture {
    private static Side side(String name, ModelId model, int step, String image) {
        return new Side(name, model, Optional.empty(), step, image, false);
    }

    private static PairView compare(Side left, Side right) throws InterruptedException {
        return get(engine.inside().compare(new CompareLook(left, right, folder)));
    }

    private static TrainingJob run(String name, Map<String, String> more) {
        Map<String, String> settings = new HashMap<>(
                Map.of("evaluate-every", "0", "checkpoint-every", "10", "learning-rate", "0.01", "steps", "30"));
        settings.putAll(more);
        return engine.train(request(name, settings), event -> {});
    }

    /** Opens a checkpoint alone and holds a side to what it shows. */
    private static void same(SideView side, Path checkpoint, String image) throws InterruptedException {
        ModelSummary opened = get(engine.open(checkpoint, data.id()));
        ViewSettings view = ViewSettings.attention(Map.of("image", image));
        AttentionView attention = get(engine.attention(look(opened.id(), view)));
        PatchView patches = get(engine.patches(look(opened.id(), view)));
        Generation caption = get(engine.sample(sample(opened.id(), image, Map.of()), token -> {}));
        engine.release(opened.id());
        assertThat(side.vision().data()).isEqualTo(attention.vision().data());
        assertThat(side.norms().data()).isEqualTo(patches.norms().data());
        assertThat(side.positions().data()).isEqualTo(patches.positions().data());
        assertThat(side.resized().argb()).isEqualTo(attention.resized().argb());
        assertThat(side.step()).isEqualTo(attention.step());
        assertThat(side.written()).isEqualTo(caption.caption());
        assertThat(side.own()).isEqualTo(caption.reference());
        for (int i = 0; i < side.logs().data().length; i++) {
            assertThat(-side.logs().data()[i]).isEqualTo((float) caption.truth().surprise(i));
        }
        assertThat(side.logs().data()).isNotEmpty();
    }

    private static CompareOutput shown(PairView pair) {
        return new CompareOutput(
                new CompareOutput.Side("a", 1, "x", pair.left()), new CompareOutput.Side("b", 1, "x", pair.right()));
    }

    @Test
    void twoCheckpointsAreWhatEachIsAloneAndTheDifferenceIsTheirs() throws Exception {
        TrainingJob job = run("checkpoints", Map.of());
        get(job);
        PairView pair =
                compare(side("left", job.model(), -1, "validation 1"), side("right", job.model(), 20, "validation 1"));
        assertThat(pair.left().step()).as("the first there is").isEqualTo(10);
        assertThat(pair.right().step()).isEqualTo(20);
        same(pair.left(), folder.resolve("checkpoints/checkpoints/000010"), "validation 1");
        same(pair.right(), folder.resolve("checkpoints/checkpoints/000020"), "validation 1");
        PairMaps maps = new PairMaps(shown(pair), "attention", new HeadPlace(1, 1), VisionChoice.DEFAULT.withQuery(2));
        float[] difference = maps.maps().difference().orElseThrow();
        for (int patch = 0; patch < difference.length; patch++) {
            float expected = pair.right().vision().at(1, 1, 2, patch + 1)
                    - pair.left().vision().at(1, 1, 2, patch + 1);
            assertThat(difference[patch]).isEqualTo(expected);
        }
        assertThat(maps.maps().reach().max()).isPositive();
        engine.release(job.model());
    }

    @Test
    void anEarlierRunAndTwoPictures() throws Exception {
        TrainingJob one = run("one", Map.of());
        get(one);
        TrainingJob two = run("two", Map.of("seed", "2", "steps", "20"));
        get(two);
        Side earlier = new Side("left", two.model(), Optional.of(folder.resolve("one")), 0, "validation 0", false);
        PairView runs = compare(earlier, side("right", two.model(), 0, "validation 0"));
        assertThat(runs.left().step()).isEqualTo(30);
        assertThat(runs.right().step()).isEqualTo(20);
        same(runs.left(), folder.resolve("one"), "validation 0");
        same(runs.right(), folder.resolve("two"), "validation 0");
        PairView pictures =
                compare(side("left", two.model(), 0, "validation 0"), side("right", two.model(), 0, "train 1"));
        same(pictures.left(), folder.resolve("two"), "validation 0");
        same(pictures.right(), folder.resolve("two"), "train 1");
    }

    @Test
    void whileARunGoesOnBothSidesAreOfOneMoment() throws Exception {
        Watched events = new Watched();
        TrainingJob job = engine.train(
                request("live", Map.of("steps", "100000", "evaluate-every", "0", "checkpoint-every", "5")), events);
        try {
            events.await(Saved.class, 1);
            for (int i = 0; i < 3; i++) {
                int before = events.all(Step.class).size();
                PairView pair = compare(
                        side("left", job.model(), 0, "validation 0"), side("right", job.model(), 0, "validation 1"));
                assertThat(pair.left().step()).isEqualTo(pair.right().step()).isGreaterThanOrEqualTo(5);
                assertThat(pair.left().positions().data())
                        .isEqualTo(pair.right().positions().data());
                events.await(Step.class, before + 3);
            }
        } finally {
            job.cancel();
        }
        get(job);
    }

    @Test
    void whatIsNotThereOrTheSameIsSaidWithTheSetting() throws Exception {
        TrainingJob job = run("few", Map.of("steps", "10"));
        get(job);
        assertThatThrownBy(() -> compare(
                        side("left", job.model(), -1, "validation 0"), side("right", job.model(), 0, "validation 0")))
                .isInstanceOfSatisfying(SettingException.class, problem -> {
                    assertThat(problem.what())
                            .isEqualTo("Both sides are the same: the weights after 10 updates with validation 0.");
                    assertThat(problem.remedy()).contains("Train on");
                });
        assertThatThrownBy(() -> compare(
                        side("left", job.model(), 7, "validation 0"), side("right", job.model(), 0, "validation 0")))
                .isInstanceOfSatisfying(SettingException.class, problem -> {
                    assertThat(problem.key()).isEqualTo("left-step");
                    assertThat(problem.remedy()).isEqualTo("Set left-step to now, first, or to 10.");
                });
        assertThatThrownBy(() -> compare(
                        side("left", model.id(), -1, "validation 0"), side("right", model.id(), 0, "validation 0")))
                .isInstanceOfSatisfying(
                        SettingException.class,
                        problem -> assertThat(problem.what()).contains("has written no checkpoint yet"));
    }
}
