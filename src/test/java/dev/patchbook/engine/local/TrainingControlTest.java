package dev.patchbook.engine.local;

import static org.assertj.core.api.Assertions.assertThat;

import dev.patchbook.base.UpdateRatios;
import dev.patchbook.engine.Generation;
import dev.patchbook.engine.ModelSummary;
import dev.patchbook.engine.TrainEvent;
import dev.patchbook.engine.TrainEvent.Evaluated;
import dev.patchbook.engine.TrainEvent.Held;
import dev.patchbook.engine.TrainEvent.Reason;
import dev.patchbook.engine.TrainEvent.Saved;
import dev.patchbook.engine.TrainEvent.Step;
import dev.patchbook.engine.TrainRequest;
import dev.patchbook.engine.TrainSummary;
import dev.patchbook.engine.TrainingJob;
import java.nio.file.Files;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.Test;

/** What can be asked of a run, and what it tells. */
class TrainingControlTest extends EngineFixture {
    @Test
    void oneStepAtATimeWhileHeld() throws Exception {
        AtomicReference<TrainingJob> job = new AtomicReference<>();
        Watched events = new Watched();
        job.set(longRun("single", events));
        events.await(Step.class, 2);
        job.get().pause();
        long at = events.await(Held.class, 1).step();
        job.get().once();
        assertThat(events.await(Held.class, 2).step()).isEqualTo(at + 1);
        job.get().once();
        assertThat(events.await(Held.class, 3).step()).isEqualTo(at + 2);
        assertThat(events.all(Step.class)).hasSize((int) at + 2);
        job.get().cancel();
        assertThat(get(job.get()).step()).isEqualTo(at + 2);
    }

    @Test
    void moreStepsWhileItRunsAndAfterItEnded() throws Exception {
        Map<String, String> settings =
                Map.of("steps", "6", "schedule", "cosine", "evaluate-every", "3", "dropout", "0.1");
        AtomicReference<TrainingJob> job = new AtomicReference<>();
        Watched events = new Watched(event -> {
            if (event instanceof Step step && step.step() == 2 && job.get() != null) {
                job.get().more(4);
            }
        });
        TrainRequest first = request("more", settings);
        engine.load(TinyData.request(folder, Map.of())); // the job is known before its first step
        job.set(engine.train(first, events));
        assertThat(get(job.get()).step()).isEqualTo(10);
        assertThat(events.all(TrainEvent.Total.class)).containsExactly(new TrainEvent.Total(10));
        assertThat(events.all(Step.class).get(9).learningRate())
                .isEqualTo(events.all(Step.class).get(7).learningRate()); // the schedule ended at 6
        assertThat(folder.resolve("more/run.json"))
                .content()
                .contains("\"steps\" : \"10\"", "\"schedule-steps\" : \"6\"");

        Map<String, String> on = new HashMap<>(settings);
        on.put("steps", "13");
        TrainRequest again = new TrainRequest(
                model.id(), data.id(), TinyData.train(on), folder.resolve("more"), true, Map.of("train", on));
        assertThat(get(engine.train(again, event -> {})).step()).isEqualTo(13);
        assertThat(folder.resolve("more/run.json")).content().contains("\"schedule-steps\" : \"6\"");
    }

    @Test
    void endsEarlyAndKeepsTheBest() throws Exception {
        Map<String, String> settings = Map.of(
                "steps", "400", "learning-rate", "0.05", "evaluate-every", "5", "patience", "3", "keep-best", "yes");
        Watched events = new Watched();
        TrainSummary summary = get(engine.train(request("early", settings), events));
        List<Evaluated> looks = events.all(Evaluated.class);
        Evaluated best = looks.stream()
                .skip(1)
                .min((a, b) -> Double.compare(a.loss(), b.loss()))
                .orElseThrow();
        assertThat(summary.reason()).isEqualTo(Reason.COMPLETED);
        assertThat(summary.step()).isLessThan(400).isEqualTo(best.step() + 15);
        assertThat(summary.message()).contains("Ended early", "step " + best.step());
        assertThat(get(engine.attention(look(summary.model(), TinyData.attention("validation 1"))))
                        .step())
                .isEqualTo(best.step());
        ModelSummary opened =
                get(engine.open(folder.resolve("early/checkpoints/" + "%06d".formatted(best.step())), data.id()));
        assertThat(get(engine.attention(look(opened.id(), TinyData.attention("validation 1"))))
                        .text()
                        .data())
                .isEqualTo(get(engine.attention(look(summary.model(), TinyData.attention("validation 1"))))
                        .text()
                        .data());
        assertThat(get(engine.open(folder.resolve("early"), data.id())).step()).isEqualTo(best.step());
    }

    @Test
    void tellsWhatEachStepCostsAndHowFarItMoves() throws Exception {
        Watched events = new Watched();
        get(engine.train(request("measured", Map.of("steps", "12", "batch", "3")), events));
        List<Step> steps = events.all(Step.class);
        assertThat(steps).allSatisfy(step -> {
            assertThat(step.detail().rows()).isEqualTo(3);
            assertThat(step.detail().dataMs()).isPositive().isLessThan(step.ms());
        });
        assertThat(steps)
                .filteredOn(step -> step.detail().ratios().measured())
                .extracting(Step::step)
                .containsExactly(0L, 10L);
        UpdateRatios ratios = steps.get(10).detail().ratios();
        assertThat(ratios.byPart().values())
                .allSatisfy(ratio -> assertThat(ratio).isBetween(-6.0, 0.0));
        assertThat(Files.readAllLines(folder.resolve("measured/metrics.jsonl")).get(1))
                .contains("\"rows\":3", "\"learning_rate\":0.001", "\"update_ratios\":{\"vision\":");
    }

    @Test
    void captionsThePinnedPicturesAndLooksWithWrongAndBlankOnes() throws Exception {
        Map<String, String> settings = Map.of("steps", "40", "evaluate-every", "20", "pins", "train 2, validation 1");
        Watched events = new Watched();
        get(engine.train(request("pinned", settings), events));
        Evaluated last = events.all(Evaluated.class).get(2);
        assertThat(last.pins()).containsExactly("train 2", "validation 1");
        assertThat(last.captions()).hasSize(2);
        assertThat(last.use().rows()).isEqualTo(3);
        assertThat(last.use().loss()).isEqualTo(last.loss());
        assertThat(last.use().gap()).isNotZero().isEqualTo(last.use().shuffled() - last.loss());
        assertThat(last.use().blankGap()).isNotZero();
        assertThat(folder.resolve("pinned/captions.jsonl"))
                .content()
                .contains("\"pins\":[\"train 2\",\"validation 1\"]");
        assertThat(folder.resolve("pinned/metrics.jsonl")).content().contains("\"image_use\":{\"rows\":3,");
    }

    @Test
    void anyCheckpointCanWriteACaption() throws Exception {
        Map<String, String> settings = Map.of("steps", "60", "checkpoint-every", "20", "learning-rate", "0.01");
        Watched events = new Watched();
        TrainSummary summary = get(engine.train(request("machine", settings), events));
        List<Saved> kept = new ArrayList<>(events.all(TrainEvent.Kept.class))
                .get(events.all(TrainEvent.Kept.class).size() - 1)
                .checkpoints();
        assertThat(kept).extracting(Saved::step).contains(20L, 40L, 60L);
        assertThat(kept).allSatisfy(saved -> {
            assertThat(saved.bytes()).isPositive();
            assertThat(saved.whole()).isTrue();
        });
        assertThat(kept.get(kept.size() - 1).loss()).isFinite();
        Generation now = get(engine.sample(sample(summary.model(), "validation 0", Map.of()), token -> {}));
        Generation then =
                get(engine.sample(sample(summary.model(), "validation 0", Map.of("step", "20")), token -> {}));
        ModelSummary opened = get(engine.open(folder.resolve("machine/checkpoints/000020"), data.id()));
        Generation same = get(engine.sample(sample(opened.id(), "validation 0", Map.of()), token -> {}));
        assertThat(then.caption()).isEqualTo(same.caption());
        assertThat(then.tokens()).isEqualTo(same.tokens()).isNotEqualTo(now.tokens());
    }

    @Test
    void twoRunsTakeTheirStepsInTurn() throws Exception {
        List<String> order = Collections.synchronizedList(new ArrayList<>());
        Watched left = new Watched(event -> note(order, "a", event));
        Watched right = new Watched(event -> note(order, "b", event));
        TrainingJob a = engine.train(request("race-a", Map.of("steps", "60", "evaluate-every", "20")), left);
        Map<String, String> other = Map.of("steps", "60", "evaluate-every", "20", "learning-rate", "0.01");
        TrainingJob b = engine.race(a, request("race-b", other), right);
        get(a);
        get(b);
        assertThat(left.all(Step.class)).hasSize(60);
        assertThat(right.all(Step.class)).hasSize(60);
        assertThat(right.all(Step.class).get(0).loss())
                .isEqualTo(left.all(Step.class).get(0).loss()); // the same weights, the same batch
        assertThat(String.join("", order)).contains("abababababababab");
        Watched alone = new Watched();
        get(engine.train(request("race-alone", other), alone));
        assertThat(alone.all(Step.class))
                .extracting(Step::loss)
                .isEqualTo(right.all(Step.class).stream().map(Step::loss).toList());
    }

    private static void note(List<String> order, String who, TrainEvent event) {
        if (event instanceof Step) {
            order.add(who);
        }
    }

    @Test
    void aRacerGoesOnAloneAndWaitsItsTurnWhereThereIsNobodyToRace() throws Exception {
        Watched left = new Watched();
        TrainingJob a = longRun("host", left);
        Watched right = new Watched();
        TrainingJob b = engine.race(a, request("guest", Map.of("steps", "30")), right);
        right.await(Step.class, 3);
        a.cancel();
        assertThat(get(a).reason()).isEqualTo(Reason.CANCELLED);
        assertThat(get(b).step()).isEqualTo(30);
        assertThat(get(engine.race(a, request("late", Map.of("steps", "2")), event -> {}))
                        .step())
                .isEqualTo(2);
    }
}
