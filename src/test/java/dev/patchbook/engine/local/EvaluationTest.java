package dev.patchbook.engine.local;

import static org.assertj.core.api.Assertions.assertThat;

import dev.patchbook.base.ImageUse;
import dev.patchbook.config.Variant;
import dev.patchbook.engine.DataSummary;
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
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Consumer;
import org.junit.jupiter.api.Test;

/** Evaluations: in slices, on few of many rows, with checkpoints where asked for. */
class EvaluationTest extends EngineFixture {
    private static final Map<String, String> OFTEN = Map.of("steps", "9", "evaluate-every", "3");

    /** Data with each validation row so often, and a run on it. */
    private static TrainingJob run(String name, int repeat, Map<String, String> settings, Consumer<TrainEvent> events)
            throws Exception {
        StringBuilder csv = new StringBuilder();
        for (String line : Files.readAllLines(folder.resolve("tiny.csv"))) {
            csv.append((line + "\n").repeat(line.endsWith(",validation") ? repeat : 1));
        }
        Files.writeString(folder.resolve("many.csv"), csv);
        DataSummary many = get(engine.load(TinyData.request(folder, Map.of("file", "many.csv"))));
        ModelSummary built = get(engine.build(many.id(), TinyData.model(Variant.STANDARD)));
        return engine.train(
                new TrainRequest(
                        built.id(),
                        many.id(),
                        TinyData.train(settings),
                        folder.resolve(name),
                        false,
                        Map.of("model", Map.of("preset", "tiny"), "train", settings)),
                events);
    }

    /** Looks again and again, on the engine's thread, and does something once an evaluation is under way. */
    private static void meanwhile(TrainingJob job, AtomicBoolean done, Runnable then) {
        Future<?> unused = engine.patches(look(job.model(), TinyData.patches("train 0")))
                .result()
                .thenRun(() -> {
                    boolean evaluating = job.progress().phase().equals("evaluating")
                            && job.progress().done() > 10;
                    if (evaluating && !done.getAndSet(true)) {
                        then.run();
                    } else if (!done.get() && !job.result().isDone()) {
                        meanwhile(job, done, then);
                    }
                });
    }

    @Test
    void aRunIsHeldAndStoppedInTheMiddleOfOneOfAThousandRows() throws Exception {
        Watched events = new Watched();
        TrainingJob job = run("sliced", 350, Map.of("steps", "5", "batch", "1", "evaluate-every", "1"), events);
        meanwhile(job, new AtomicBoolean(), job::pause);
        assertThat(events.await(Held.class, 1).step()).isZero();
        assertThat(events.all(Evaluated.class)).isEmpty();
        assertThat(job.progress().total()).isGreaterThan(1024);
        job.cancel();
        TrainSummary summary = get(job);
        assertThat(summary.reason()).isEqualTo(Reason.CANCELLED);
        assertThat(events.all(Evaluated.class)).isEmpty();
        assertThat(events.all(Step.class)).isEmpty();
    }

    @Test
    void slicesAndTheirPausesChangeNothing() throws Exception {
        Watched held = new Watched();
        TrainingJob job = run("held", 50, Map.of("steps", "2", "batch", "4", "evaluate-every", "1"), held);
        meanwhile(job, new AtomicBoolean(), job::pause);
        held.await(Held.class, 1);
        job.resume();
        get(job);
        Watched straight = new Watched();
        get(run("straight", 50, Map.of("steps", "2", "batch", "4", "evaluate-every", "1"), straight));
        assertThat(held.all(Evaluated.class))
                .isEqualTo(straight.all(Evaluated.class))
                .hasSize(3);
    }

    @Test
    void onlySomeRowsAreTriedWithOtherPictures() throws Exception {
        Map<String, String> settings = new HashMap<>(OFTEN);
        settings.putAll(Map.of("batch", "4", "look-rows", "6"));
        Watched some = new Watched();
        get(run("some", 10, settings, some));
        assertThat(some.all(Evaluated.class)).allSatisfy(look -> {
            assertThat(look.use().rows()).isEqualTo(8); // two batches of eight
            assertThat(look.use().loss()).isNotEqualTo(look.loss());
        });
        settings.put("look-rows", "0");
        Watched none = new Watched();
        get(run("none", 10, settings, none));
        assertThat(none.all(Evaluated.class)).extracting(Evaluated::use).containsOnly(ImageUse.NONE);
        assertThat(none.all(Evaluated.class))
                .extracting(Evaluated::loss)
                .isEqualTo(
                        some.all(Evaluated.class).stream().map(Evaluated::loss).toList());
    }

    @Test
    void evaluationsLeaveTheCheckpointsThatAreAskedFor() throws Exception {
        Map<String, String> settings = new HashMap<>(OFTEN);
        settings.put("checkpoint-minutes", "0");
        settings.put("checkpoint-evaluated", "all");
        assertThat(saved("all", settings)).containsExactly(3L, 6L, 9L);
        settings.put("checkpoint-evaluated", "none");
        assertThat(saved("never", settings)).containsExactly(9L);
        settings.put("checkpoint-evaluated", "best");
        settings.put("learning-rate", "10"); // never again as good as at first
        List<Long> best = saved("best", settings);
        assertThat(best).startsWith(3L).endsWith(9L);
        Path run = folder.resolve("best");
        assertThat(Files.readString(run.resolve("run.json"))).contains("\"checkpoint\" : \"00000" + best(run) + "\"");
    }

    private static long best(Path run) throws Exception {
        return Files.readAllLines(run.resolve("metrics.jsonl")).stream()
                .filter(line -> line.contains("\"evaluated\"") && !line.contains("\"step\":0,"))
                .min((a, b) -> Double.compare(number(a, "loss"), number(b, "loss")))
                .map(line -> (long) number(line, "step"))
                .orElseThrow();
    }

    private static double number(String line, String key) {
        return Double.parseDouble(line.replaceAll("^.*?\"" + key + "\":([^,}]*).*$", "$1"));
    }

    @Test
    void timeLeavesCheckpointsToo() throws Exception {
        Map<String, String> settings = Map.of("steps", "9", "evaluate-every", "0", "checkpoint-minutes", "0.00001");
        assertThat(saved("by-time", settings)).hasSizeGreaterThan(3).endsWith(9L);
    }

    @Test
    void diskIsBounded() throws Exception {
        Map<String, String> settings =
                Map.of("steps", "60", "evaluate-every", "0", "checkpoint-every", "5", "keep-mb", "1");
        Watched events = new Watched();
        get(run("bounded", 1, settings, events));
        List<TrainEvent.Kept> kept = events.all(TrainEvent.Kept.class);
        assertThat(kept)
                .hasSize(12)
                .allSatisfy(now -> assertThat(now.checkpoints().stream()
                                .mapToLong(Saved::bytes)
                                .sum())
                        .isLessThan(1_000_000));
        List<Saved> last = kept.get(11).checkpoints();
        assertThat(last).hasSizeBetween(2, 11);
        assertThat(last.get(last.size() - 1).whole()).isTrue();
        assertThat(last.get(0).whole()).isFalse();
        try (var folders = Files.list(folder.resolve("bounded/checkpoints"))) {
            assertThat(folders).hasSize(last.size());
        }
    }

    private List<Long> saved(String name, Map<String, String> settings) throws Exception {
        Watched events = new Watched();
        get(run(name, 1, settings, events));
        return events.all(Saved.class).stream().map(Saved::step).toList();
    }
}
