package dev.patchbook.checkpoint;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.patchbook.base.UserFacingException;
import dev.patchbook.config.Group;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class RunFolderTest {
    @TempDir
    Path folder;

    private Path path;

    @BeforeEach
    void path() {
        path = folder.resolve("runs/0001");
    }

    @Test
    void aRunIsReadBackAsItWasWritten() {
        try (RunFolder run = RunFolder.create(path, Samples.SETTINGS, "other/0003")) {
            run.evaluated(0, 4.2, List.of("a \"red\"", "circle\n"));
            run.step(0, 4.25, 12.3456789);
            run.step(1, Double.NaN, 3);
            save(run, 2);
            run.best(2, 4);
            run.stopped(2, Run.State.DIVERGED);
        }
        RunView view = RunFolder.read(path);
        assertThat(view.run().state()).isEqualTo(Run.State.DIVERGED);
        assertThat(view.run().parent()).isEqualTo("other/0003");
        assertThat(view.run().best()).isEqualTo(new Run.Best("000002", 4));
        assertThat(view.run().settings(Group.DATA)).isEqualTo(Samples.SETTINGS.get("data"));
        assertThat(view.lastCheckpoint()).contains(path.resolve("checkpoints/000002"));
        assertThat(view.bestCheckpoint()).contains(path.resolve("checkpoints/000002"));
        assertThat(view.captions()).containsExactly(new RunView.Captions(0, List.of("a \"red\"", "circle\n")));
        assertThat(view.metrics())
                .containsExactly(
                        new MetricLine("evaluated", 0, 4.2, Double.NaN, ""),
                        new MetricLine("step", 0, 4.25, 12.346, ""),
                        new MetricLine("step", 1, Double.NaN, 3, ""),
                        new MetricLine("stopped", 2, Double.NaN, Double.NaN, "diverged"));
    }

    @Test
    void theLinesAreThoseOfTheCommandLine() throws IOException {
        try (RunFolder run = RunFolder.create(path, Samples.SETTINGS, null)) {
            run.step(0, 4.25, 12.5);
            run.evaluated(1, Double.POSITIVE_INFINITY, List.of());
            run.stopped(1, Run.State.CANCELLED);
        }
        assertThat(Files.readString(path.resolve("metrics.jsonl"))).isEqualTo("""
                {"event":"step","step":0,"loss":4.25,"ms":12.5}
                {"event":"evaluated","step":1,"loss":null}
                {"event":"stopped","step":1,"reason":"cancelled"}
                """);
        assertThat(Files.readString(path.resolve("captions.jsonl"))).isEqualTo("{\"step\":1,\"captions\":[]}\n");
    }

    @Test
    void theLengthOfTheScheduleIsFixedWhenTheRunStarts() {
        try (RunFolder run = RunFolder.create(path, Samples.SETTINGS, null)) {
            assertThat(run.run().settings(Group.TRAIN)).containsEntry("schedule-steps", "20");
        }
    }

    @Test
    void aFolderThatIsNotEmptyIsRefusedAndLeftAlone() throws IOException {
        Files.createDirectories(path);
        Files.writeString(path.resolve("mine.txt"), "mine");
        assertThatThrownBy(() -> RunFolder.create(path, Samples.SETTINGS, null))
                .isInstanceOf(UserFacingException.class)
                .hasMessageContaining("not empty");
        assertThat(path).isDirectoryContaining("glob:**mine.txt");
        assertThat(Files.list(path)).hasSize(1);
    }

    @Test
    void goingOnCutsWhatCameAfterTheLastCheckpoint() throws IOException {
        try (RunFolder run = RunFolder.create(path, Samples.SETTINGS, null)) {
            for (int step = 0; step < 6; step++) {
                run.evaluated(step, 2, List.of("caption " + step));
                run.step(step, 3, 1);
                if (step == 3) {
                    save(run, 4);
                }
            }
        }
        Path metrics = path.resolve("metrics.jsonl");
        List<String> before = Files.readAllLines(metrics);
        Files.writeString(metrics, "{\"event\":\"st", StandardOpenOption.APPEND);
        try (RunFolder run = RunFolder.resume(path)) {
            assertThat(run.run().state()).isEqualTo(Run.State.RUNNING);
            run.evaluated(4, 2, List.of("caption 4"));
            run.step(4, 3, 1);
            run.evaluated(5, 2, List.of("caption 5"));
            run.step(5, 3, 1);
        }
        assertThat(Files.readAllLines(metrics)).isEqualTo(before);
        assertThat(RunFolder.read(path).captions()).hasSize(6);
    }

    @Test
    void aRunWithoutACheckpointCannotGoOn() {
        RunFolder.create(path, Samples.SETTINGS, null).close();
        assertThatThrownBy(() -> RunFolder.resume(path))
                .isInstanceOf(UserFacingException.class)
                .hasMessageContaining("no checkpoint");
        assertThatThrownBy(() -> RunFolder.resume(folder.resolve("none"))).isInstanceOf(UserFacingException.class);
        assertThatThrownBy(() -> RunFolder.read(folder)).isInstanceOf(UserFacingException.class);
    }

    @Test
    void oneWriterAtATime() {
        try (RunFolder run = RunFolder.create(path, Samples.SETTINGS, null)) {
            save(run, 1);
            assertThatThrownBy(() -> RunFolder.resume(path))
                    .isInstanceOf(UserFacingException.class)
                    .hasMessageContaining("being written");
        }
        RunFolder.resume(path).close();
    }

    @Test
    void aRunStandsForItsLastCheckpoint() {
        try (RunFolder run = RunFolder.create(path, Samples.SETTINGS, null)) {
            save(run, 1);
            save(run, 1_234_567);
        }
        assertThat(Checkpoint.read(path).folder()).isEqualTo(path.resolve("checkpoints/1234567"));
    }

    @Test
    void aCheckpointNameCannotPointOutOfTheRun() throws IOException {
        try (RunFolder run = RunFolder.create(path, Samples.SETTINGS, null)) {
            save(run, 1);
        }
        Path json = path.resolve("run.json");
        Files.writeString(json, Files.readString(json).replace("\"000001\"", "\"../../elsewhere\""));
        assertThatThrownBy(() -> Checkpoint.locate(path))
                .isInstanceOf(UserFacingException.class)
                .hasMessageContaining("run.json");
    }

    @Test
    void theNextFreeFolderFollowsTheHighest() throws IOException {
        Path runs = folder.resolve("runs");
        assertThat(RunFolder.next(runs)).isEqualTo(runs.resolve("0001"));
        Files.createDirectories(runs.resolve("0007"));
        Files.createDirectories(runs.resolve("mine"));
        assertThat(RunFolder.next(runs)).isEqualTo(runs.resolve("0008"));
    }

    private static void save(RunFolder run, long step) {
        Checkpoint.write(run.checkpoint(step), Samples.info(step), Samples.weights(1), Samples.moments(1));
        run.saved(step);
    }
}
