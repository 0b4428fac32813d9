package dev.patchbook.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.patchbook.base.UserFacingException;
import dev.patchbook.config.SettingException;
import dev.patchbook.engine.CompareLook;
import dev.patchbook.engine.DataRequest;
import dev.patchbook.engine.TrainEvent.Reason;
import dev.patchbook.engine.TrainRequest;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class RunCommandTest {
    private static final String NOTEBOOK = """
            ---
            patchbook: 1
            title: Test
            ---

            A note.

            ```patchbook data
            id: data
            file: a.csv
            ```

            ```patchbook model
            id: model
            preset: tiny
            ```

            ```patchbook train
            id: train
            steps: 2
            ```

            ```patchbook sample
            id: caption
            prompt: a
            ```
            """;

    @TempDir
    Path folder;

    private Cli cli;

    @BeforeEach
    void notebook() throws IOException {
        cli = new Cli(folder);
        Files.writeString(folder.resolve("a.md"), NOTEBOOK);
    }

    @Test
    void aLineACell() throws IOException {
        assertThat(cli.run("run", "a.md")).isZero();
        assertThat(cli.out().lines().map(line -> line.replaceAll(" +[0-9.]+ s  ", " * ")))
                .containsExactly(
                        "data             done * a.csv: 9 rows to train on, 1 to validate with",
                        "model            done * 1,234 parameters",
                        "train            done * 2 steps, " + folder.resolve("a.runs/train/0001"),
                        "caption          done * ab");
        assertThat(cli.err()).contains("train: training for 2 steps").contains("step 2/2");
        assertThat(folder.resolve("a.md")).hasContent(NOTEBOOK);
        assertThat(cli.engine.closed).isTrue();
    }

    @Test
    void aCellThatComparesIsRunLikeAnother() throws IOException {
        String compare = "\n```patchbook compare\nid: sides\nright-image: validation 0\nleft-step: 10\n```\n";
        Files.writeString(folder.resolve("a.md"), NOTEBOOK + compare);
        assertThat(cli.run("run", "a.md")).isZero();
        assertThat(cli.out())
                .containsPattern("sides +done +[0-9.]+ s  train, run 1, step 10 beside train, run 1, step 20");
        CompareLook look = cli.engine.asked.stream()
                .filter(CompareLook.class::isInstance)
                .map(CompareLook.class::cast)
                .findFirst()
                .orElseThrow();
        assertThat(look.left().step()).isEqualTo(10);
        assertThat(look.right().step()).isZero();
    }

    @Test
    void asJsonEveryChangeAndEveryStep() {
        assertThat(cli.run("run", "a.md", "--json")).isZero();
        assertThat(cli.out().lines().map(line -> line.replaceAll("\"seconds\":[0-9.]+", "\"seconds\":*")))
                .containsExactly(
                        "{\"event\":\"cell\",\"id\":\"data\",\"state\":\"running\",\"seconds\":null,\"error\":null}",
                        "{\"event\":\"cell\",\"id\":\"data\",\"state\":\"done\",\"seconds\":*,\"error\":null}",
                        "{\"event\":\"cell\",\"id\":\"model\",\"state\":\"running\",\"seconds\":null,\"error\":null}",
                        "{\"event\":\"cell\",\"id\":\"model\",\"state\":\"done\",\"seconds\":*,\"error\":null}",
                        "{\"event\":\"cell\",\"id\":\"train\",\"state\":\"running\",\"seconds\":null,\"error\":null}",
                        "{\"event\":\"evaluated\",\"step\":0,\"loss\":2.5,\"cell\":\"train\"}",
                        "{\"event\":\"step\",\"step\":0,\"loss\":4,\"ms\":1.25,\"cell\":\"train\"}",
                        "{\"event\":\"step\",\"step\":1,\"loss\":2,\"ms\":1.25,\"cell\":\"train\"}",
                        "{\"event\":\"stopped\",\"step\":2,\"reason\":\"completed\",\"cell\":\"train\"}",
                        "{\"event\":\"cell\",\"id\":\"train\",\"state\":\"done\",\"seconds\":*,\"error\":null}",
                        "{\"event\":\"cell\",\"id\":\"caption\",\"state\":\"running\",\"seconds\":null,\"error\":null}",
                        "{\"event\":\"cell\",\"id\":\"caption\",\"state\":\"done\",\"seconds\":*,\"error\":null}");
        assertThat(cli.err()).isEmpty();
    }

    @Test
    void settingsAndFoldersOfTheCommandLine() {
        assertThat(cli.run("run", "a.md", "--set", "train.steps=3", "--set", "data.image-size=24", "--runs", "out"))
                .isZero();
        assertThat(cli.engine.asked(TrainRequest.class).settings().steps()).isEqualTo(3);
        assertThat(cli.engine.asked(TrainRequest.class).folder()).isEqualTo(folder.resolve("out/train/0001"));
        assertThat(cli.engine.asked(DataRequest.class).settings().imageSize()).isEqualTo(24);
        assertThat(cli.engine.asked(DataRequest.class).allowOutside()).isFalse();
    }

    @Test
    void pathsMayLeaveTheFolderWhenAllowed() {
        assertThat(cli.run("run", "a.md", "--allow-outside")).isZero();
        assertThat(cli.engine.asked(DataRequest.class).allowOutside()).isTrue();
    }

    @Test
    void aFailureStopsTheRestAndIsTold() {
        cli.engine.failure = new UserFacingException("There is no file a.csv.", "Check the name.");
        assertThat(cli.run("run", "a.md", "--json")).isEqualTo(1);
        assertThat(cli.out().lines())
                .anyMatch(line -> line.contains("\"id\":\"data\",\"state\":\"failed\"")
                        && line.contains("\"error\":\"There is no file a.csv. Check the name.\""))
                .anyMatch(line -> line.contains("\"id\":\"caption\",\"state\":\"skipped\""));
        assertThat(cli.run("run", "a.md")).isEqualTo(1);
        assertThat(cli.out()).contains("failed").contains("There is no file a.csv.");
        assertThat(cli.err()).contains("data: Check the name.");
    }

    @Test
    void aTrainingThatDivergesFails() {
        cli.engine.reason = Reason.DIVERGED;
        assertThat(cli.run("run", "a.md", "--json")).isEqualTo(1);
        assertThat(cli.out()).contains("\"id\":\"train\",\"state\":\"failed\"").contains("\"reason\":\"diverged\"");
    }

    @Test
    void aTrainingThatWasStoppedIsNotAllThatWasAskedFor() {
        cli.engine.reason = Reason.CANCELLED;
        cli.engine.shortBy = 1;
        assertThat(cli.run("run", "a.md")).isEqualTo(1);
    }

    @Test
    void aKindMeansEveryCellOfItUnlessACellIsCalledSo() throws IOException {
        String two = NOTEBOOK.replace("id: train", "id: first") + "\n```patchbook train\nid: second\nsteps: 4\n```\n";
        Files.writeString(folder.resolve("a.md"), two);
        assertThat(cli.run("run", "a.md", "--set", "train.steps=3")).isZero();
        assertThat(stepsAsked()).containsExactly(3, 3);
        Files.writeString(folder.resolve("a.md"), two.replace("id: second", "id: train"));
        assertThat(cli.run("run", "a.md", "--set", "train.steps=5")).isZero();
        assertThat(stepsAsked()).containsExactly(3, 3, 2, 5);
    }

    private List<Integer> stepsAsked() {
        return cli.engine.asked.stream()
                .filter(TrainRequest.class::isInstance)
                .map(request -> ((TrainRequest) request).settings().steps())
                .toList();
    }

    @Test
    void theReportIsWrittenAlsoOfARunThatFails() throws IOException {
        Path report = folder.resolve("r.html");
        assertThat(cli.run("run", "a.md", "--html", "r.html")).isZero();
        assertThat(Files.readString(report)).contains("4 of 4 cells done").contains("2 of 2");
        assertThat(cli.err()).contains("Report: " + report);
        cli.engine.failure = new UserFacingException("There is no <file> a.csv.", "Check the name.");
        assertThat(cli.run("run", "a.md", "--html", "r.html")).isEqualTo(1);
        assertThat(cli.out()).contains("Line 8: There is no <file> a.csv.");
        assertThat(Files.readString(report))
                .contains("There is no &lt;file&gt; a.csv.")
                .contains("1 failed");
    }

    @Test
    void aFailureNamesTheLineOfItsSetting() {
        cli.engine.failure = new SettingException("file", "file is not a CSV.", "Choose one.");
        assertThat(cli.run("run", "a.md")).isEqualTo(1);
        assertThat(cli.out()).contains("data             failed").contains("Line 10: file is not a CSV.");
    }

    @Test
    void whereAReportCannotGoIsSaidBeforeAnythingRuns() {
        cli.refuses("is the notebook itself", "run", "a.md", "--html", "./a.md");
        cli.refuses("lies in no folder", "run", "a.md", "--html", "none/r.html");
        cli.refuses("is a folder", "run", "a.md", "--html", ".");
        assertThat(cli.engine.asked).isEmpty();
    }

    @Test
    void inATerminalABarIsWrittenOver() {
        cli = new Cli(folder, true);
        cli.engine.slow = 30;
        assertThat(cli.run("run", "a.md", "--set", "train.steps=20")).isZero();
        assertThat(cli.err())
                .contains("\rtrain      [#")
                .contains("s left  step ")
                .contains("loss ");
        assertThat(cli.err()).doesNotContain("\n");
        assertThat(cli.err()).endsWith("\r");
        assertThat(cli.out().lines()).hasSize(4).anyMatch(line -> line.startsWith("train            done"));
    }

    @Test
    void badSettingsAreRefused() {
        cli.refuses("Do you mean “train”?", "run", "a.md", "--set", "trian.steps=3");
        cli.refuses("Do you mean “steps”?", "run", "a.md", "--set", "train.stesp=3");
        cli.refuses("has no cell “trian”", "run", "a.md", "--set", "trian.steps=3");
        cli.refuses("not a setting of train", "run", "a.md", "--set", "train.stepz=3");
        cli.refuses("not a whole number", "run", "a.md", "--set", "train.steps=x");
        cli.refuses("NAME.KEY=VALUE", "run", "a.md", "--set", "steps");
    }

    @Test
    void whatIsNoNotebookFails() throws IOException {
        assertThat(cli.run("run", "none.md")).isEqualTo(1);
        assertThat(cli.err()).contains("There is no file");
        Files.writeString(folder.resolve("b.md"), "# Not one");
        assertThat(cli.run("run", "b.md")).isEqualTo(1);
        assertThat(cli.out()).isEmpty();
    }

    @Test
    void aFaultyCellFailsWithItsLine() throws IOException {
        Files.writeString(folder.resolve("a.md"), NOTEBOOK.replace("steps: 2", "stepz: 2"));
        assertThat(cli.run("run", "a.md", "--json")).isEqualTo(1);
        assertThat(cli.out()).contains("\"id\":\"train\",\"state\":\"failed\"").contains("Line 20");
    }

    @Test
    void aKindOfALaterVersionIsToldAndLeftAlone() throws IOException {
        Files.writeString(folder.resolve("a.md"), NOTEBOOK + "\n```patchbook probe\nid: later\n```\n");
        assertThat(cli.run("run", "a.md")).isZero();
        assertThat(cli.out()).contains("later            skipped").contains("kind probe");
    }
}
