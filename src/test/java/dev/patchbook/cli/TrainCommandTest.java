package dev.patchbook.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;

import dev.patchbook.base.UserFacingException;
import dev.patchbook.config.ModelSettings;
import dev.patchbook.config.SettingException;
import dev.patchbook.config.Variant;
import dev.patchbook.engine.DataRequest;
import dev.patchbook.engine.TrainEvent.Reason;
import dev.patchbook.engine.TrainRequest;
import java.io.IOException;
import java.io.OutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class TrainCommandTest {
    @TempDir
    Path folder;

    private Cli cli;

    @BeforeEach
    void cli() {
        cli = new Cli(folder);
    }

    @Test
    void theLinesOfARun() {
        assertThat(cli.run("train", "--data", "a.csv", "--steps", "3", "--json"))
                .isZero();
        assertThat(cli.out()).isEqualTo("""
                {"event":"evaluated","step":0,"loss":2.5}
                {"event":"step","step":0,"loss":4,"ms":1.25}
                {"event":"step","step":1,"loss":2,"ms":1.25}
                {"event":"evaluated","step":2,"loss":2.5}
                {"event":"step","step":2,"loss":1.3333333333333333,"ms":1.25}
                {"event":"stopped","step":3,"reason":"completed"}
                """);
        assertThat(cli.err()).contains("9 rows to train on").contains("Run: runs/0001");
        assertThat(cli.engine.closed).isTrue();
    }

    @Test
    void everyOptionReachesTheEngine() {
        assertThat(cli.run(
                        "train",
                        "--data",
                        "a.csv",
                        "--preset",
                        "tiny",
                        "--variant",
                        "git",
                        "--steps",
                        "2",
                        "--batch",
                        "3",
                        "--seed",
                        "9",
                        "--set",
                        "data.image-size=24",
                        "--set",
                        "train.learning-rate=0.5",
                        "--out",
                        "mine"))
                .isZero();
        DataRequest data = cli.engine.asked(DataRequest.class);
        assertThat(data.folder()).isEqualTo(folder);
        assertThat(data.settings().file()).isEqualTo("a.csv");
        assertThat(data.settings().imageSize()).isEqualTo(24);
        assertThat(data.allowOutside()).isTrue();
        assertThat(cli.engine.asked(ModelSettings.class).variant()).isEqualTo(Variant.GIT);
        TrainRequest train = cli.engine.asked(TrainRequest.class);
        assertThat(train.folder()).isEqualTo(folder.resolve("mine"));
        assertThat(train.resume()).isFalse();
        assertThat(train.settings().steps()).isEqualTo(2);
        assertThat(train.settings().batch()).isEqualTo(3);
        assertThat(train.settings().seed()).isEqualTo(9);
        assertThat(train.settings().learningRate()).isEqualTo(0.5);
        assertThat(train.written())
                .isEqualTo(Map.of(
                        "data", Map.of("file", "a.csv", "image-size", "24"),
                        "model", Map.of("preset", "tiny", "variant", "git"),
                        "train", Map.of("steps", "2", "batch", "3", "seed", "9", "learning-rate", "0.5")));
        assertThat(cli.out()).isEmpty();
    }

    @Test
    void thePublishedPresetComesWithItsVariant() {
        assertThat(cli.run("train", "--data", "a.csv", "--preset", "published", "--steps", "1"))
                .isZero();
        assertThat(cli.engine.asked(ModelSettings.class).variant()).isEqualTo(Variant.PUBLISHED);
        assertThat(cli.engine.asked(DataRequest.class).settings().repeat()).isEqualTo(30);
    }

    @Test
    void whatCannotBeIsRefusedBeforeAnythingStarts() {
        cli.refuses("nothing to train on", "train");
        cli.refuses("not a whole number", "train", "--data", "a.csv", "--steps", "many");
        cli.refuses("outside of what is possible", "train", "--data", "a.csv", "--steps", "0");
        cli.refuses("outside of what is possible", "train", "--data", "a.csv", "--batch", "-1");
        cli.refuses("not one of its choices", "train", "--data", "a.csv", "--preset", "huge");
        cli.refuses("not one of its choices", "train", "--data", "a.csv", "--variant", "mine");
        cli.refuses("is not a setting of train", "train", "--data", "a.csv", "--set", "train.stepz=4");
        cli.refuses("there is no group “sample”", "train", "--data", "a.csv", "--set", "sample.prompt=a");
        cli.refuses("NAME.KEY=VALUE", "train", "--data", "a.csv", "--set", "steps=4");
        cli.refuses("NAME.KEY=VALUE", "train", "--data", "a.csv", "--set", "train.steps");
        cli.refuses("given twice", "train", "--data", "a.csv", "--steps", "4", "--set", "train.steps=5");
        cli.refuses("--resume needs", "train", "--resume");
    }

    @Test
    void aFolderThatIsNotEmptyIsRefused() throws IOException {
        Files.createDirectories(folder.resolve("full/x"));
        cli.refuses("not empty", "train", "--data", "a.csv", "--out", "full");
        Files.writeString(folder.resolve("file"), "");
        cli.refuses("not a folder", "train", "--data", "a.csv", "--out", "file");
    }

    @Test
    void theNextFreeFolderIsTaken() throws IOException {
        Files.createDirectories(folder.resolve("runs/0041"));
        assertThat(cli.run("train", "--data", "a.csv", "--steps", "1")).isZero();
        assertThat(cli.err()).contains("Run: runs/0042");
        assertThat(cli.engine.asked(TrainRequest.class).folder()).isEqualTo(folder.resolve("runs/0042"));
    }

    @Test
    void divergedAndFailedAreToldApartFromDone() {
        cli.engine.reason = Reason.DIVERGED;
        assertThat(cli.run("train", "--data", "a.csv", "--steps", "1", "--json"))
                .isEqualTo(1);
        assertThat(cli.out()).endsWith("{\"event\":\"stopped\",\"step\":1,\"reason\":\"diverged\"}\n");
        cli.engine.failure = new UserFacingException("The file has no column caption.", "Add one.");
        assertThat(cli.run("train", "--data", "a.csv")).isEqualTo(1);
        assertThat(cli.err()).contains("no column caption").contains("Add one.");
        cli.engine.failure = new SettingException("patch-size", "patch-size does not fit.", "Choose another.");
        assertThat(cli.run("train", "--data", "a.csv")).isEqualTo(2);
        assertThat(folder.resolve("runs")).isDirectoryNotContaining("glob:**0002");
    }

    @Test
    void rowsLeftOutAreToldButNotAllOfThem() {
        cli.engine.problems = 7;
        assertThat(cli.run("train", "--data", "a.csv", "--steps", "1")).isZero();
        assertThat(cli.err())
                .contains("Row 5 (line 6) is left out: The caption is empty.")
                .contains("2 more rows are left out")
                .doesNotContain("Row 6");
    }

    @Test
    void elsewhereThanInATerminalThereArePlainLines() {
        assertThat(cli.run("train", "--data", "a.csv", "--steps", "100")).isZero();
        assertThat(cli.out()).isEmpty();
        assertThat(cli.err())
                .doesNotContain("\r")
                .contains("step 1/100  loss 4.0000  validation 2.5000  1.3 ms/step  0 s left\n")
                .contains("step 100/100")
                .contains("After 2 steps: validation loss 2.5000  “a b”\n")
                .contains("Done: 100 steps.");
        assertThat(cli.err().lines().filter(line -> line.startsWith("step ")).count())
                .isEqualTo(21);
    }

    @Test
    void inATerminalOneLineIsWrittenOver() {
        Cli terminal = new Cli(folder, true);
        assertThat(terminal.run("train", "--data", "a.csv", "--steps", "3")).isZero();
        assertThat(terminal.err()).contains("\rstep 1/3").contains("\rstep 3/3").endsWith("Done: 3 steps.\n");
    }

    @Test
    void goingOnTakesTheRunsSettings() {
        cli.tools.settings = Map.of(
                "data", Map.of("file", "a.csv"),
                "model", Map.of("preset", "tiny"),
                "train", Map.of("steps", "4", "schedule-steps", "4", "batch", "2"));
        assertThat(cli.run("train", "--resume", "--out", "run", "--steps", "6", "--json"))
                .isZero();
        TrainRequest train = cli.engine.asked(TrainRequest.class);
        assertThat(train.resume()).isTrue();
        assertThat(train.folder()).isEqualTo(folder.resolve("run"));
        assertThat(train.settings().steps()).isEqualTo(6);
        assertThat(train.settings().scheduleSteps()).isEqualTo(4);
        assertThat(train.settings().batch()).isEqualTo(2);
        assertThat(cli.engine.asked(DataRequest.class).settings().file()).isEqualTo("a.csv");
        assertThat(cli.out()).contains("\"step\":4").contains("\"step\":5").doesNotContain("\"step\":3");
    }

    @Test
    void moreStepsAreBeyondThoseInAll() {
        cli.tools.settings = Map.of(
                "data", Map.of("file", "a.csv"),
                "model", Map.of("preset", "tiny"),
                "train", Map.of("steps", "4", "schedule-steps", "4"));
        assertThat(cli.run("train", "--resume", "--out", "run", "--more", "3")).isZero();
        TrainRequest train = cli.engine.asked(TrainRequest.class);
        assertThat(train.settings().steps()).isEqualTo(7);
        assertThat(train.settings().scheduleSteps()).isEqualTo(4);
        assertThat(train.written().get("train")).containsEntry("steps", "7");
        cli.refuses("--more goes on with a run", "train", "--data", "a.csv", "--more", "3");
        cli.refuses("no --steps beside it", "train", "--resume", "--out", "run", "--more", "3", "--steps", "9");
        cli.refuses("takes a number of steps", "train", "--resume", "--out", "run", "--more", "-3");
    }

    @Test
    void goingOnAcceptsSettingsThatAgreeAndRefusesOthers() {
        cli.tools.settings = Map.of(
                "data", Map.of("file", "a.csv"),
                "model", Map.of("preset", "tiny"),
                "train", Map.of("steps", "4", "schedule-steps", "4"));
        assertThat(cli.run(
                        "train",
                        "--resume",
                        "--out",
                        "run",
                        "--data",
                        "./a.csv",
                        "--preset",
                        "tiny",
                        "--variant",
                        "standard",
                        "--batch",
                        "4",
                        "--steps",
                        "4"))
                .isZero();
        cli.refuses("another train.batch: its default, not 5", "train", "--resume", "--out", "run", "--batch", "5");
        cli.refuses("another data.file: a.csv, not b.csv", "train", "--resume", "--out", "run", "--data", "b.csv");
        cli.refuses("another model.variant", "train", "--resume", "--out", "run", "--variant", "git");
        cli.refuses(
                "another train.schedule-steps", "train", "--resume", "--out", "run", "--set", "train.schedule-steps=9");
    }

    @Test
    void aRunCannotBeMadeShorter() {
        cli.tools.settings = Map.of("data", Map.of("file", "a.csv"), "model", Map.of(), "train", Map.of("steps", "4"));
        assertThat(cli.run("train", "--resume", "--out", "run", "--steps", "3")).isEqualTo(2);
        assertThat(cli.err()).contains("already has 4 steps");
    }

    @Test
    void nobodyReadingTheLinesStopsTheRun() {
        cli.engine.untilCancelled = true;
        PrintStream broken = new PrintStream(
                new OutputStream() {
                    @Override
                    public void write(int b) throws IOException {
                        throw new IOException("Broken pipe");
                    }
                },
                true,
                StandardCharsets.UTF_8);
        int code = assertTimeoutPreemptively(
                Duration.ofSeconds(20), () -> cli.run(broken, "train", "--data", "a.csv", "--json"));
        assertThat(code).isEqualTo(1);
    }

    @Test
    void theEndOfTheProcessWaitsForTheWork() throws InterruptedException {
        CountDownLatch asked = new CountDownLatch(1);
        StopOnInterrupt stop = new StopOnInterrupt(() -> {});
        Thread ending = new Thread(() -> stop.interrupted(asked::countDown));
        ending.start();
        assertThat(asked.await(10, TimeUnit.SECONDS)).isTrue();
        ending.join(50);
        assertThat(ending.isAlive()).isTrue();
        stop.close();
        ending.join(10_000);
        assertThat(ending.isAlive()).isFalse();
    }
}
