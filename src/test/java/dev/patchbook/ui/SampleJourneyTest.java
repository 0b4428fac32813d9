package dev.patchbook.ui;

import static org.assertj.core.api.Assertions.assertThat;

import dev.patchbook.config.SampleSettings;
import dev.patchbook.engine.Engine;
import dev.patchbook.engine.Generation;
import dev.patchbook.engine.local.LocalEngine;
import dev.patchbook.notebook.CellId;
import dev.patchbook.session.Branch;
import dev.patchbook.session.CellOutput.SampleOutput;
import dev.patchbook.session.TextTree;
import dev.patchbook.ui.fx.Command;
import dev.patchbook.ui.notebook.CellStatus.Kind;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import javafx.scene.control.ContextMenu;
import javafx.scene.control.Menu;
import javafx.scene.input.KeyCode;
import javafx.stage.Window;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A caption in the window with the real engine and the tiny model: played, rewound, branched, kept, exported. */
class SampleJourneyTest {
    static final String TEXT = """
            ---
            patchbook: 1
            title: Say it
            ---

            ```patchbook data
            id: scenes
            file: sample:scenes
            image-size: 16
            ```

            ```patchbook model
            id: small
            from: scenes
            preset: tiny
            ```

            ```patchbook sample
            id: say
            from: small
            max-tokens: 12
            temperature: 0.9
            seed: 5
            stop: never
            ```
            """;

    @TempDir
    private Path folder;

    private Engine engine;
    private WindowFixture fixture;
    private SampleDriver sample;

    @BeforeEach
    void write() throws IOException {
        Path file = Files.writeString(folder.resolve("say.md"), TEXT);
        open(file);
        fixture.run(Command.RUN_ALL);
        fixture.await("say", Kind.DONE);
    }

    private void open(Path file) {
        engine = new LocalEngine();
        fixture = WindowFixture.opened(engine, file, folder, 1280, 980);
        sample = new SampleDriver(fixture, "say");
        Fx.until("the notebook", () -> fixture.window().notebook() != null);
        sample.reveal();
    }

    @AfterEach
    void close() {
        fixture.close();
    }

    private Generation caption() {
        return sample.output().generation().orElseThrow();
    }

    private List<Branch> branches() {
        return ((SampleOutput) fixture.cellNow("say").outputProperty().get()).branches();
    }

    private Generation direct(Map<String, String> settings) throws Exception {
        var request = Fx.call(() -> fixture.window()
                .notebook()
                .commands()
                .sampling(new CellId("say"), SampleSettings.of(settings), false)
                .orElseThrow());
        return engine.sample(request, token -> {}).result().get();
    }

    @Test
    void playsRewindsBranchesAndExports() throws Exception {
        String whole = sample.drawn();
        assertThat(whole).hasSizeGreaterThanOrEqualTo(12).doesNotContain("?");
        sample.press("Start");
        assertThat(sample.drawn()).isEqualTo("?");
        sample.press("Step");
        sample.press("Step");
        String two = sample.drawn();
        assertThat(whole).startsWith(two.substring(0, two.length() - 1));
        assertThat(sample.says("next after")).isTrue();

        String raw = sample.candidates();
        sample.knob("top-k", 1);
        assertThat(sample.candidates())
                .as("bars follow at once")
                .isNotEqualTo(raw)
                .contains("excluded");
        assertThat(sample.drawn()).as("the caption does not").isEqualTo(two);
        sample.press("Back to the cell's");
        assertThat(sample.candidates()).isEqualTo(raw);

        fixture.toggle(fixture.frame("say"), "Pace: fast");
        sample.press("Play");
        Fx.until("the end", () -> sample.drawnNow().equals(whole));
        Fx.focus(sample.chips());
        Fx.press(KeyCode.BACK_SPACE, KeyCode.BACK_SPACE);
        assertThat(sample.drawn()).endsWith("?");
        sample.press("End");

        sample.select(3);
        sample.pick(whole.charAt(3) == whole.charAt(0) ? 4 : 5);
        Fx.until("a branch", () -> !branches().isEmpty());
        assertThat(sample.drawn()).isNotEqualTo(whole).hasSizeGreaterThanOrEqualTo(12);
        Branch branch = sample.output().branches().get(0);
        assertThat(branch.at()).isEqualTo(3);
        sample.enter("Other characters to go on with", "a circle");
        Fx.until("another branch", () -> branches().size() == 2);
        sample.enter("Other characters to go on with", "\u00e9");
        assertThat(sample.says("The model does not know")).isTrue();

        sample.look("Branches");
        assertThat(sample.says("2 branches")).isTrue();
        Path csv = folder.resolve("branches.csv");
        fixture.dialogs().choose(csv);
        export("The caption and its branches", "Save as CSV…");
        assertThat(Files.readAllLines(csv)).hasSize(4).anyMatch(line -> line.contains("a circle"));
        Path png = folder.resolve("tree.png");
        fixture.dialogs().choose(png);
        export("Tree of branches", "Save as PNG…");
        assertThat(Files.size(png)).isGreaterThan(1000);
    }

    private void export(String title, String item) {
        Fx.run(() -> fixture.window().notebook().select(new CellId("say")));
        Fx.focus(fixture.frame("say"));
        Fx.press(KeyCode.E);
        Fx.run(() -> {
            ContextMenu menu = Window.getWindows().stream()
                    .filter(ContextMenu.class::isInstance)
                    .map(ContextMenu.class::cast)
                    .findFirst()
                    .orElseThrow();
            ((Menu) menu.getItems().stream()
                            .filter(each -> title.equals(each.getText()))
                            .findFirst()
                            .orElseThrow())
                    .getItems().stream()
                            .filter(each -> item.equals(each.getText()))
                            .findFirst()
                            .orElseThrow()
                            .fire();
            menu.hide();
        });
    }

    @Test
    void theSameSeedWritesTheSameHereAndThereAndBranchesComeBack() throws Exception {
        Map<String, String> own = Map.of("max-tokens", "12", "temperature", "0.9", "seed", "5", "stop", "never");
        assertThat(direct(own).caption()).isEqualTo(caption().caption());
        sample.press("Start");
        sample.enter("Seed", "6");
        sample.press("Step");
        Fx.until("a branch by seed", () -> !branches().isEmpty());
        Map<String, String> other = Map.of("max-tokens", "12", "temperature", "0.9", "seed", "6", "stop", "never");
        String grown = TextTree.of(caption(), branches()).lines().get(1).text();
        assertThat(direct(other).caption()).isEqualTo(grown);
        sample.press("Keep in the cell");
        assertThat(Fx.call(() -> fixture.cellNow("say").cellProperty().get().settings()))
                .containsEntry("seed", "6")
                .containsEntry("temperature", "0.9");
        fixture.run(Command.UNDO);

        fixture.run(Command.SAVE);
        List<Branch> kept = sample.output().branches();
        fixture.close();
        open(folder.resolve("say.md"));
        Fx.until("what was shown", () -> fixture.cellNow("say").outputProperty().get() instanceof SampleOutput);
        sample.reveal();
        assertThat(sample.output().branches().get(0).ids())
                .isEqualTo(kept.get(0).ids());
        sample.look("Branches");
        assertThat(sample.says("1 branch.")).isTrue();
        sample.look("Write");
        sample.select(2);
        sample.pick(7);
        assertThat(sample.says("The model is not in memory.")).isTrue();
    }
}
