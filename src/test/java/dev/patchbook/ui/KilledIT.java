package dev.patchbook.ui;

import static org.assertj.core.api.Assertions.assertThat;

import dev.patchbook.chart.Numbers;
import dev.patchbook.data.samples.SampleData;
import dev.patchbook.engine.local.LocalEngine;
import dev.patchbook.notebook.CellId;
import dev.patchbook.session.CellOutput.SampleOutput;
import dev.patchbook.session.TrainOutput;
import dev.patchbook.ui.fx.Command;
import dev.patchbook.ui.notebook.CellStatus;
import java.io.BufferedReader;
import java.io.File;
import java.io.IOException;
import java.io.InputStreamReader;
import java.lang.management.ManagementFactory;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import javafx.scene.control.Label;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** A window whose process is killed in the middle of a training, and the one that is opened after it. */
class KilledIT {
    private static final String NOTEBOOK = """
            ---
            patchbook: 1
            title: To be killed
            ---

            ```patchbook data
            id: pictures
            file: scenes.csv
            ```

            ```patchbook model
            id: small
            preset: tiny
            ```

            ```patchbook train
            id: first
            steps: 1000000
            evaluate-every: 20
            checkpoint-every: 20
            ```

            ```patchbook sample
            id: say
            image: validation 1
            max-tokens: 5
            ```
            """;

    @TempDir
    private Path folder;

    @Test
    @Timeout(300)
    void whatWasThereIsOfferedAndTheTrainingGoesOn() throws Exception {
        Path file = Files.writeString(folder.resolve("mine.md"), NOTEBOOK);
        data(folder.resolve("scenes.csv"));
        kill(file);
        Path run = folder.resolve("mine.runs/first/0001");
        assertThat(run.resolve("run.json")).content().contains("\"running\"");
        long last = last(run);
        LocalEngine engine = new LocalEngine(1);
        try (WindowFixture fixture = WindowFixture.opened(engine, file, folder.resolve("home"), 900, 700)) {
            Fx.until("the offer", () -> says(fixture, "Patchbook was closed before “mine.md” was saved"));
            Fx.until("outputs", () -> fixture.cellNow("say").outputProperty().get() != null);
            assertThat(title(fixture)).isEqualTo("To be killed");
            fixture.pressButton("Restore");
            assertThat(title(fixture)).isEqualTo("Never saved");
            SampleOutput said = (SampleOutput)
                    Fx.call(() -> fixture.cellNow("say").outputProperty().get());
            assertThat(said.generation()).isPresent();
            TrainOutput stopped = train(fixture);
            assertThat(stopped.step()).isEqualTo(last);
            assertThat(stopped.series().size()).isEqualTo((int) last);
            assertThat(stopped.evaluations()).isNotEmpty();
            assertThat(word(fixture))
                    .startsWith("stopped at step " + Numbers.count(last) + " of ")
                    .endsWith(" · earlier");
            fixture.picture("killed-restored");

            fixture.pressText("first", "Go on");
            Fx.until("it goes on", () -> steps(fixture) > last + 5);
            assertThat(train(fixture).folder()).isEqualTo(run);
            Fx.run(() -> fixture.window().notebook().commands().interrupt(new CellId("first")));
            fixture.await("first", CellStatus.Kind.DONE);
            assertThat(Files.list(run.getParent())).as("no run but the one").hasSize(1);
            fixture.run(Command.SAVE);
            assertThat(file).content().isEqualTo(NOTEBOOK.replace("To be killed", "Never saved"));
        }
        assertThat(folder.resolve("mine.runs/recovery.md")).doesNotExist();
        assertThat(steps(run)).isSorted().doesNotHaveDuplicates();
    }

    /** A data file of a few drawn scenes. */
    private void data(Path csv) throws IOException {
        Path samples = folder.resolve("samples");
        SampleData.write(samples);
        try (Stream<String> lines = Files.lines(samples.resolve("scenes.csv"))) {
            Files.write(csv, lines.limit(25).toList());
        }
    }

    /** Opens the notebook in a process of its own and kills that once all is there. */
    private static void kill(Path file) throws Exception {
        List<String> command = new ArrayList<>();
        command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
        ManagementFactory.getRuntimeMXBean().getInputArguments().stream()
                .filter(argument ->
                        argument.startsWith("--add") || argument.startsWith("-D") || argument.startsWith("-XX"))
                .forEach(command::add);
        command.addAll(
                List.of("-cp", System.getProperty("java.class.path"), KilledWindow.class.getName(), file.toString()));
        File errors = file.resolveSibling("errors.txt").toFile();
        Process process = new ProcessBuilder(command).redirectError(errors).start();
        try (BufferedReader out =
                new BufferedReader(new InputStreamReader(process.getInputStream(), StandardCharsets.UTF_8))) {
            String line = out.readLine();
            while (line != null && !line.equals(KilledWindow.READY)) {
                line = out.readLine();
            }
            assertThat(line).as(() -> read(errors)).isNotNull();
        } finally {
            process.destroyForcibly().waitFor();
        }
    }

    private static String read(File errors) {
        try {
            return Files.readString(errors.toPath());
        } catch (IOException e) {
            return e.toString();
        }
    }

    private static long last(Path run) throws IOException {
        String json = Files.readString(run.resolve("run.json"));
        return Long.parseLong(json.replaceAll("(?s).*\"last\" *: *\"(\\d+)\".*", "$1"));
    }

    private static boolean says(WindowFixture fixture, String text) {
        return fixture.stage().getScene().getRoot().lookupAll(".notice-what").stream()
                .anyMatch(node -> ((Label) node).getText().contains(text));
    }

    private static String title(WindowFixture fixture) {
        return Fx.call(() -> fixture.window().notebook().titleProperty().get());
    }

    private static String word(WindowFixture fixture) {
        return Fx.call(() -> fixture.cellNow("first").statusProperty().get().word());
    }

    private static TrainOutput train(WindowFixture fixture) {
        return (TrainOutput)
                Fx.call(() -> fixture.cellNow("first").outputProperty().get());
    }

    private static long steps(WindowFixture fixture) {
        return ((TrainOutput) fixture.cellNow("first").outputProperty().get())
                .series()
                .size();
    }

    /** The numbers of the steps noted, in the order of their lines. */
    private static List<Long> steps(Path run) throws IOException {
        try (Stream<String> lines = Files.lines(run.resolve("metrics.jsonl"))) {
            return lines.filter(line -> line.contains("\"event\":\"step\""))
                    .map(line -> Long.valueOf(line.replaceAll(".*\"step\":(\\d+).*", "$1")))
                    .toList();
        }
    }
}
