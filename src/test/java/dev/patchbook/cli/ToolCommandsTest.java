package dev.patchbook.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.patchbook.config.Preset;
import dev.patchbook.config.Variant;
import dev.patchbook.engine.Tools.BenchRequest;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The commands that need no loaded model. */
class ToolCommandsTest {
    @TempDir
    Path folder;

    private Cli cli;

    @BeforeEach
    void cli() {
        cli = new Cli(folder);
    }

    @Test
    void withoutACommandTheAppOpens() {
        assertThat(cli.run()).isZero();
        assertThat(cli.windows).containsExactly(Optional.empty());
        assertThat(cli.nothingStarted()).isTrue();
    }

    @Test
    void openOpensANotebook() throws IOException {
        Path notebook = Files.writeString(folder.resolve("a.md"), "");
        assertThat(cli.run("open", "a.md")).isZero();
        assertThat(cli.windows).containsExactly(Optional.of(notebook));
        assertThat(cli.run("open", "none.md")).isEqualTo(1);
        assertThat(cli.err()).contains("There is no file");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"", "open", "run", "check", "train", "caption", "import", "export", "verify", "bench", "samples"
            })
    void everyCommandHasHelpThatStartsNothing(String command) {
        assertThat(command.isEmpty() ? cli.run("--help") : cli.run(command, "--help"))
                .isZero();
        assertThat(cli.out()).startsWith("Usage: patchbook");
        assertThat(cli.err()).isEmpty();
        assertThat(cli.nothingStarted()).isTrue();
    }

    @Test
    void helpLeavesOutWhatIsForTheProject() {
        cli.run("--help");
        assertThat(cli.out()).contains("verify").doesNotContain("samples");
    }

    @Test
    void versionIsPrinted() {
        assertThat(cli.run("--version")).isZero();
        assertThat(cli.out()).startsWith("Patchbook ");
    }

    @Test
    void whatIsNotUnderstoodIsRefused() {
        cli.refuses("Unmatched argument", "chek", "a.csv");
        cli.refuses("Unknown option: '--jsno'", "check", "a.csv", "--jsno");
        cli.refuses("patchbook check --help", "check");
    }

    @Test
    void checkPrintsATable() {
        cli.tools.problems = 1;
        assertThat(cli.run("check", "a.csv")).isZero();
        assertThat(cli.out()).isEqualTo("""
                     row     line  field              problem
                       1        2  caption            The caption is empty. Write one.
                2 of 3 rows can be used.
                """);
        assertThat(cli.engineStarted()).isFalse();
    }

    @Test
    void checkPrintsJson() {
        cli.tools.problems = 1;
        assertThat(cli.run("check", "sample:scenes", "--json")).isZero();
        assertThat(cli.tools.asked).containsExactly("sample:scenes");
        assertThat(cli.out())
                .isEqualTo("{\"row\":1,\"line\":2,\"field\":\"caption\",\"code\":\"empty\","
                        + "\"reason\":\"The caption is empty.\",\"remedy\":\"Write one.\"}\n"
                        + "{\"rows\":3,\"usable\":2}\n");
    }

    @Test
    void checkWritesItsReportToAFileAndTakesDataSettings() throws IOException {
        cli.tools.problems = 1;
        assertThat(cli.run("check", "a.csv", "--csv", "report.csv", "--set", "data.max-length=5"))
                .as("%s", cli.err())
                .isZero();
        assertThat(folder.resolve("report.csv"))
                .hasContent("row,line,field,code,reason,remedy\n1,2,caption,empty,The caption is empty.,Write one.");
        cli.refuses("there already", "check", "a.csv", "--csv", "report.csv");
        cli.refuses("Only data settings", "check", "a.csv", "--set", "train.steps=5");
        cli.refuses("max-length is “x”", "check", "a.csv", "--set", "data.max-length=x");
        assertThat(cli.run("check", "missing.csv", "--csv", "none.csv")).isEqualTo(1);
        assertThat(folder.resolve("none.csv")).doesNotExist();
        assertThat(folder.resolve("none.csv.part")).doesNotExist();
    }

    @Test
    void checkFailsWhereItShould() {
        assertThat(cli.run("check", "a.csv", "--strict")).isZero();
        cli.tools.problems = 1;
        assertThat(cli.run("check", "a.csv", "--strict")).isEqualTo(1);
        cli.tools.problems = 3;
        assertThat(cli.run("check", "a.csv")).isEqualTo(1);
        assertThat(cli.run("check", "missing.csv")).isEqualTo(1);
        assertThat(cli.err()).isEqualTo("There is no file missing.csv.\nCheck the name.\n");
        assertThat(cli.out()).isEmpty();
    }

    @Test
    void verifyPrintsATable() {
        cli.tools.pass = false;
        assertThat(cli.run("verify", "golden")).isEqualTo(1);
        assertThat(cli.tools.asked).containsExactly(folder.resolve("golden"));
        assertThat(cli.out().lines().toList())
                .containsExactly(
                        "fixture    variant    group   absolute  relative  result",
                        "published  published  logits  1.00e-06  2.00e-05",
                        "published  published  loss    0.00e+00  0.00e+00",
                        "published  published  all                         PASS",
                        "git        git        logits  1.00e-06  2.00e-05",
                        "git        git        loss    0.00e+00  0.00e+00",
                        "git        git        all                         FAIL");
    }

    @Test
    void verifyPrintsJson() {
        assertThat(cli.run("verify", "golden", "--json")).isZero();
        assertThat(cli.out().lines().findFirst())
                .contains("{\"fixture\":\"published\",\"variant\":\"published\",\"pass\":true,"
                        + "\"groups\":{\"logits\":{\"abs\":1.0E-6,\"rel\":2.0E-5},\"loss\":{\"abs\":0,\"rel\":0}}}");
        cli.tools.fixtures = false;
        assertThat(cli.run("verify", "golden", "--json")).isEqualTo(1);
        assertThat(cli.err()).contains("no fixtures");
    }

    @Test
    void benchTimesWhatItIsTold() {
        assertThat(cli.run("bench", "--json")).isZero();
        assertThat(cli.out()).isEqualTo("{\"step_ms\":12.3457,\"step_ms_min\":11,\"peak_rss_mb\":512}\n");
        assertThat(cli.run(
                        "bench",
                        "--preset",
                        "tiny",
                        "--variant",
                        "git",
                        "--batch",
                        "2",
                        "--tokens",
                        "8",
                        "--steps",
                        "3",
                        "--no-dropout"))
                .isZero();
        assertThat(cli.tools.asked)
                .containsExactly(
                        new BenchRequest(Preset.PUBLISHED, Variant.PUBLISHED, 16, 32, 20, true, "all"),
                        new BenchRequest(Preset.TINY, Variant.GIT, 2, 8, 3, false, "all"));
        assertThat(cli.out().lines().toList())
                .containsExactly(
                        "measure       median  minimum", "step_ms       12.346   11.000", "peak_rss_mb  512.000");
    }

    @Test
    void benchTellsWhatDropoutCosts() {
        assertThat(cli.run("bench", "--dropout-cost", "--json")).isZero();
        assertThat(cli.out()).isEqualTo("{\"dropout_ratio\":1.0346}\n");
        cli.refuses("times both", "bench", "--dropout-cost", "--no-dropout");
        cli.refuses("times both", "bench", "--dropout-cost", "--profile");
    }

    @Test
    void aProfileSaysWhereAStepsTimeGoes() {
        assertThat(cli.run("bench", "--profile", "--steps", "3")).isZero();
        assertThat(cli.tools.asked)
                .containsExactly(new BenchRequest(Preset.PUBLISHED, Variant.PUBLISHED, 16, 32, 3, true, "all"));
        assertThat(cli.out().lines().toList())
                .containsExactly(
                        "operation  shapes            count     ms  % of step  GFLOP/s  GB/s  % of best",
                        "linear     592x512 2048x512      2  12.50       83.3      200   1.0         80",
                        "add        592x512 592x512       6   2.50       16.7            8.8         50",
                        "",
                        "15.0 ms a step, 8 operations, 2.5 GFLOP, 34 MB moved",
                        "matrix products: 12.5 ms at 200 GFLOP/s; this machine reaches 220 GFLOP/s and reads 18 GB/s",
                        "best possible by these: 11.3 ms, reached to 75 %");
        assertThat(cli.run("bench", "--profile", "--json")).isZero();
        assertThat(cli.out()).contains("{\"operation\":\"add\",\"shape\":\"592x512 592x512\",\"count\":6,\"ms\":2.5");
    }

    @Test
    void benchRefusesWhatCannotBeTimed() {
        cli.refuses("not one of its choices", "bench", "--preset", "huge");
        cli.refuses("not one of its choices", "bench", "--variant", "mine");
        cli.refuses("--steps is 0", "bench", "--steps", "0");
        cli.refuses("--batch is -1", "bench", "--batch", "-1");
        cli.refuses("Invalid value for option '--tokens'", "bench", "--tokens", "many");
    }

    @Test
    void importNeedsAVariantAndAFreeFolder() throws IOException {
        assertThat(cli.run("import", "w.safetensors", "--variant", "published", "--out", "model"))
                .isZero();
        assertThat(cli.tools.asked)
                .containsExactly(
                        folder.resolve("w.safetensors"), Variant.PUBLISHED, "shakespeare", folder.resolve("model"));
        cli.refuses("Missing required option: '--variant=NAME'", "import", "w.safetensors", "--out", "model");
        Files.createDirectories(folder.resolve("full/x"));
        cli.refuses("not empty", "import", "w.safetensors", "--variant", "git", "--out", "full");
    }

    @Test
    void exportWritesNoFileOver() throws IOException {
        assertThat(cli.run("export", "--model", "runs/0001", "--out", "w.safetensors"))
                .isZero();
        assertThat(cli.tools.asked).containsExactly(folder.resolve("runs/0001"), folder.resolve("w.safetensors"));
        Files.writeString(folder.resolve("w.safetensors"), "mine");
        cli.refuses("there already", "export", "--model", "runs/0001", "--out", "w.safetensors");
    }

    @Test
    void samplesAreDrawn() {
        assertThat(cli.run("samples", "--out", "here")).isZero();
        assertThat(cli.tools.asked).containsExactly(folder.resolve("here"));
    }
}
