package dev.patchbook.engine.local;

import static org.assertj.core.api.Assertions.assertThat;

import dev.patchbook.engine.TrainEvent.Blocked;
import dev.patchbook.engine.TrainEvent.Held;
import dev.patchbook.engine.TrainEvent.Reason;
import dev.patchbook.engine.TrainEvent.Step;
import dev.patchbook.engine.TrainSummary;
import dev.patchbook.engine.TrainingJob;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** Runs whose folder cannot be written for a while. */
class UnwritableRunTest extends EngineFixture {
    private static final Map<String, String> SETTINGS =
            Map.of("steps", "9", "dropout", "0.2", "checkpoint-every", "4", "evaluate-every", "2");

    /** Puts a file where the checkpoints are to go, at a step. */
    private Watched breaking(Path run, long step) {
        return new Watched(event -> {
            if (event instanceof Step done && done.step() == step) {
                try {
                    Files.move(run.resolve("checkpoints"), run.resolve("aside"));
                    Files.writeString(run.resolve("checkpoints"), "in the way");
                } catch (IOException e) {
                    throw new UncheckedIOException(e);
                }
            }
        });
    }

    private static void mend(Path run) throws IOException {
        Files.delete(run.resolve("checkpoints"));
        Files.move(run.resolve("aside"), run.resolve("checkpoints"));
    }

    @Test
    void itIsHeldAndGoesOnWithNothingLost() throws Exception {
        get(engine.train(request("straight", SETTINGS), event -> {}));
        Path run = folder.resolve("held-up");
        Watched events = breaking(run, 2);
        TrainingJob job = engine.train(request("held-up", SETTINGS), events);
        Blocked blocked = events.await(Blocked.class, 1);
        assertThat(blocked.step()).isEqualTo(4);
        assertThat(blocked.what()).contains("held-up").contains("000004").contains("cannot be written");
        assertThat(blocked.remedy()).contains("may be written to");
        events.await(Held.class, 1);
        assertThat(job.paused()).isTrue();
        job.resume();
        events.await(Blocked.class, 2); // still in the way
        mend(run);
        job.resume();
        TrainSummary summary = get(job);
        assertThat(summary.reason()).isEqualTo(Reason.COMPLETED);
        for (String file : List.of("model.safetensors", "optimizer.safetensors")) {
            for (String step : List.of("000004", "000009")) {
                assertThat(run.resolve("checkpoints/" + step + "/" + file))
                        .hasSameBinaryContentAs(folder.resolve("straight/checkpoints/" + step + "/" + file));
            }
        }
        assertThat(steps(run)).isEqualTo(steps(folder.resolve("straight"))).hasSize(9);
        assertThat(leftOvers(run)).isEmpty();
    }

    @Test
    void stoppingTwiceGivesUpWhatCannotBeSaved() throws Exception {
        Path run = folder.resolve("given-up");
        Watched events = breaking(run, 4);
        TrainingJob job = engine.train(request("given-up", SETTINGS), events);
        events.await(Blocked.class, 1);
        job.cancel();
        events.await(Blocked.class, 2);
        assertThat(job.result()).isNotDone();
        job.cancel();
        TrainSummary summary = get(job);
        assertThat(summary.reason()).isEqualTo(Reason.CANCELLED);
        assertThat(summary.message()).contains("before what came after the last checkpoint could be saved");
        mend(run);
        assertThat(run.resolve("checkpoints/000004/optimizer.safetensors")).exists();
        assertThat(leftOvers(run)).isEmpty();
    }

    @Test
    void theEnginesEndIsNotHeldUp() throws Exception {
        try (LocalEngine own = new LocalEngine(1)) {
            var loaded = get(own.load(TinyData.request(folder, Map.of())));
            var built = get(own.build(loaded.id(), TinyData.model(dev.patchbook.config.Variant.STANDARD)));
            Path run = folder.resolve("closing");
            Watched events = breaking(run, 2);
            TrainingJob job = own.train(
                    new dev.patchbook.engine.TrainRequest(
                            built.id(), loaded.id(), TinyData.train(SETTINGS), run, false, Map.of()),
                    events);
            events.await(Blocked.class, 1);
            own.close();
            assertThat(get(job).message()).contains("not saved");
        }
    }

    private static List<String> steps(Path run) throws IOException {
        return Files.readAllLines(run.resolve("metrics.jsonl")).stream()
                .filter(line -> line.contains("\"step\",\"step\""))
                .map(line -> line.replaceAll("\"(ms|data_ms)\":[^,}]*,", ""))
                .toList();
    }

    private static List<Path> leftOvers(Path run) throws IOException {
        try (Stream<Path> all = Files.walk(run)) {
            return all.filter(path -> path.getFileName().toString().matches("\\..*\\.(new|old)"))
                    .toList();
        }
    }
}
