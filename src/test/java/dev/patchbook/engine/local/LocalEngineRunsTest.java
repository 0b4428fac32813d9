package dev.patchbook.engine.local;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.patchbook.base.CancelledException;
import dev.patchbook.base.UserFacingException;
import dev.patchbook.config.SettingException;
import dev.patchbook.config.Variant;
import dev.patchbook.engine.AttentionView;
import dev.patchbook.engine.DataSummary;
import dev.patchbook.engine.Generation;
import dev.patchbook.engine.Job;
import dev.patchbook.engine.ModelSummary;
import dev.patchbook.engine.PatchView;
import dev.patchbook.engine.TrainEvent;
import dev.patchbook.engine.TrainEvent.Reason;
import dev.patchbook.engine.TrainRequest;
import dev.patchbook.engine.TrainSummary;
import dev.patchbook.engine.TrainingJob;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import org.junit.jupiter.api.Test;

/** Runs on the real engine: taking turns, holding, stopping, going on. */
class LocalEngineRunsTest extends EngineFixture {
    @Test
    void servesOthersBetweenTwoSteps() throws Exception {
        CountDownLatch started = new CountDownLatch(5);
        TrainingJob job = longRun("long", event -> started.countDown());
        assertThat(started.await(20, TimeUnit.SECONDS)).isTrue();
        Job<DataSummary> load = engine.load(TinyData.request(folder, Map.of()));

        PatchView patches = get(engine.patches(look(job.model(), TinyData.patches("train 2"))));
        assertThat(patches.norms().shape()).containsExactly(2, 2);
        AttentionView before = get(engine.attention(look(job.model(), TinyData.attention("train 2"))));
        while (job.progress().done() == before.step()) {
            Thread.sleep(1);
        }
        AttentionView after = get(engine.attention(look(job.model(), TinyData.attention("train 2"))));
        assertThat(after.step()).isGreaterThan(before.step());
        assertThat(after.text().data()).isNotEqualTo(before.text().data());
        AttentionView untouched = get(engine.attention(look(model.id(), TinyData.attention("train 2"))));
        assertThat(untouched.step()).isZero();
        Generation caption = get(engine.sample(sample(job.model(), "train 2", Map.of("max-tokens", "3")), token -> {}));
        assertThat(caption.tokens()).isNotEmpty();
        assertThat(load.result()).isNotDone();

        job.cancel();
        TrainSummary summary = get(job);
        assertThat(summary.reason()).isEqualTo(Reason.CANCELLED);
        assertThat(summary.step()).isBetween(3L, 99_999L);
        assertThat(get(load).usable()).isEqualTo(TinyData.ROWS);
        assertThat(get(engine.attention(look(job.model(), TinyData.attention("train 2"))))
                        .step())
                .isEqualTo(summary.step());
    }

    @Test
    void holdsAndGoesOn() throws Exception {
        List<Long> steps = new CopyOnWriteArrayList<>();
        CountDownLatch three = new CountDownLatch(3);
        CompletableFuture<Long> held = new CompletableFuture<>();
        Consumer<TrainEvent> events = event -> {
            if (event instanceof TrainEvent.Step step) {
                steps.add(step.step());
                three.countDown();
            } else if (event instanceof TrainEvent.Held hold) {
                held.complete(hold.step());
            }
        };
        TrainingJob job = longRun("held", events);
        assertThat(three.await(20, TimeUnit.SECONDS)).isTrue();
        job.pause();
        assertThat(job.paused()).isTrue();
        long at = held.get(20, TimeUnit.SECONDS);
        assertThat(steps).hasSize((int) at);
        assertThat(get(engine.attention(look(job.model(), TinyData.attention("train 0"))))
                        .step())
                .isEqualTo(at);
        assertThat(Files.readString(folder.resolve("held/run.json"))).contains("paused");
        job.resume();
        while (steps.size() < at + 3) {
            Thread.sleep(5);
        }
        job.pause();
        job.cancel();
        assertThat(get(job).reason()).isEqualTo(Reason.CANCELLED);
        assertThat(steps).startsWith(0L, 1L, 2L).isSorted().doesNotHaveDuplicates();
    }

    @Test
    void aStoppedRunGoesOnToTheSameWeights() throws Exception {
        Map<String, String> settings = Map.of("steps", "8", "seed", "5", "dropout", "0.2", "evaluate-every", "4");
        TrainingJob whole = engine.train(request("whole", settings), event -> {});
        get(whole);
        Map<String, String> half =
                Map.of("steps", "5", "seed", "5", "dropout", "0.2", "evaluate-every", "4", "schedule-steps", "8");
        get(engine.train(request("parts", half), event -> {}));
        TrainRequest on = new TrainRequest(
                model.id(),
                data.id(),
                TinyData.train(settings),
                folder.resolve("parts"),
                true,
                Map.of("train", settings));
        TrainSummary summary = get(engine.train(on, event -> {}));
        assertThat(summary.step()).isEqualTo(8);
        for (String file : List.of("model.safetensors", "optimizer.safetensors", "provenance.json")) {
            assertThat(folder.resolve("parts/checkpoints/000008/" + file))
                    .hasSameBinaryContentAs(folder.resolve("whole/checkpoints/000008/" + file));
        }
        Map<String, String> other = Map.of("steps", "9", "learning-rate", "0.5");
        TrainRequest differs = new TrainRequest(
                model.id(), data.id(), TinyData.train(other), folder.resolve("parts"), true, Map.of("train", other));
        get(engine.train(
                differs, event -> {})); // was left open, so it is free to be said; what was said may not change
        Map<String, String> changed = Map.of("steps", "9", "seed", "6");
        TrainRequest refused = new TrainRequest(
                model.id(),
                data.id(),
                TinyData.train(changed),
                folder.resolve("parts"),
                true,
                Map.of("train", changed));
        assertThatThrownBy(() -> get(engine.train(refused, event -> {})))
                .isInstanceOf(SettingException.class)
                .hasMessageContaining("seed is 6");
    }

    @Test
    void aRunOpenedAgainIsTheModelItTrainedAndShowsTheDatasRows() throws Exception {
        TrainSummary trained = get(engine.train(request("again", Map.of("steps", "3")), event -> {}));
        AttentionView then = get(engine.attention(look(trained.model(), TinyData.attention("validation 1"))));
        ModelSummary opened = get(engine.open(folder.resolve("again"), data.id()));
        AttentionView now = get(engine.attention(look(opened.id(), TinyData.attention("validation 1"))));
        assertThat(opened.step()).isEqualTo(3);
        assertThat(now.vision().data()).isEqualTo(then.vision().data());
        assertThat(now.tokens()).isEqualTo(then.tokens());
    }

    @Test
    void startsFromTheRunsSeedNotFromWhatWasBuilt() throws Exception {
        ModelSummary other = get(engine.build(data.id(), TinyData.model(Variant.STANDARD)));
        TrainEvent.Step[] first = new TrainEvent.Step[3];
        String[] seeds = {"3", "3", "4"};
        for (int i = 0; i < 3; i++) {
            int run = i;
            Map<String, String> settings = Map.of("steps", "1", "seed", seeds[i], "evaluate-every", "0");
            get(engine.train(request("seed-" + i, settings), event -> {
                if (event instanceof TrainEvent.Step step) {
                    first[run] = step;
                }
            }));
        }
        assertThat(first[1].loss()).isEqualTo(first[0].loss());
        assertThat(first[2].loss()).isNotEqualTo(first[0].loss());
        engine.release(other.id());
    }

    @Test
    void saysWhichRowsThereAre() {
        assertThatThrownBy(() -> get(engine.patches(look(model.id(), TinyData.patches("validation 7")))))
                .isInstanceOfSatisfying(UserFacingException.class, e -> {
                    assertThat(e.what()).isEqualTo("image is validation 7, but tiny.csv has 3 validation rows.");
                    assertThat(e.remedy()).isEqualTo("Choose a row from 0 to 2.");
                });
        assertThatThrownBy(() -> get(engine.patches(look(model.id(), TinyData.patches("nowhere.png")))))
                .isInstanceOf(UserFacingException.class)
                .hasMessageContaining("nowhere.png");
        assertThatThrownBy(() -> get(engine.patches(look(model.id(), TinyData.patches("../secret.png")))))
                .isInstanceOf(UserFacingException.class)
                .hasMessageContaining("outside");
        assertThatThrownBy(() -> get(engine.sample(sample(model.id(), "train 0", Map.of("prompt", "aé")), token -> {})))
                .isInstanceOf(SettingException.class)
                .hasMessageContaining("position 2");
    }

    @Test
    void failsInWordsAndGoesOn() throws Exception {
        assertThatThrownBy(() -> get(engine.load(TinyData.request(folder, Map.of("file", "missing.csv")))))
                .isInstanceOf(UserFacingException.class);
        assertThatThrownBy(() -> get(engine.open(folder))).isInstanceOf(UserFacingException.class);
        Path taken = Files.createDirectories(folder.resolve("taken"));
        Files.writeString(taken.resolve("notes.txt"), "mine");
        assertThatThrownBy(() -> get(engine.train(request("taken", Map.of()), event -> {})))
                .isInstanceOf(UserFacingException.class)
                .hasMessageContaining("not empty");
        List<TrainEvent> events = new CopyOnWriteArrayList<>();
        TrainSummary summary = get(engine.train(request("listener", Map.of("steps", "2")), event -> {
            events.add(event);
            throw new IllegalStateException("a listener's own mistake");
        }));
        assertThat(summary.reason()).isEqualTo(Reason.COMPLETED);
        assertThat(events).hasSizeGreaterThan(2);
    }

    @Test
    void cancelsWhatWaitsWhileARunGoesOn() throws Exception {
        CountDownLatch started = new CountDownLatch(1);
        TrainingJob running = longRun("busy", event -> started.countDown());
        TrainingJob waiting = engine.train(request("waiting", Map.of()), event -> {});
        assertThat(started.await(20, TimeUnit.SECONDS)).isTrue();
        assertThat(get(engine.attention(look(waiting.model(), TinyData.attention("train 0"))))
                        .step())
                .isZero();
        waiting.cancel();
        assertThatThrownBy(() -> get(waiting)).isInstanceOf(CancelledException.class);
        assertThat(running.result()).isNotDone();
        assertThat(folder.resolve("waiting")).doesNotExist();
        running.cancel();
        get(running);
    }

    @Test
    void closingStopsARunAndKeepsItsWeights() throws Exception {
        LocalEngine own = new LocalEngine(1);
        DataSummary loaded = get(own.load(TinyData.request(folder, Map.of())));
        ModelSummary built = get(own.build(loaded.id(), TinyData.model(Variant.GIT)));
        CountDownLatch started = new CountDownLatch(2);
        TrainRequest request = new TrainRequest(
                built.id(),
                loaded.id(),
                TinyData.train(Map.of("steps", "100000")),
                folder.resolve("closed"),
                false,
                Map.of());
        TrainingJob job = own.train(request, event -> started.countDown());
        assertThat(started.await(20, TimeUnit.SECONDS)).isTrue();
        own.close();
        assertThat(job.result().join().reason()).isEqualTo(Reason.CANCELLED);
        assertThat(folder.resolve("closed/run.json")).content().contains("cancelled");
        assertThatThrownBy(() ->
                        own.load(TinyData.request(folder, Map.of())).result().join())
                .isInstanceOf(CompletionException.class)
                .hasCauseInstanceOf(CancelledException.class);
    }
}
