package dev.patchbook.ui;

import static org.assertj.core.api.Assertions.assertThat;

import dev.patchbook.chart.RunSeries;
import dev.patchbook.notebook.CellId;
import dev.patchbook.session.TrainOutput;
import dev.patchbook.ui.fx.Command;
import dev.patchbook.ui.notebook.CellStatus.Kind;
import dev.patchbook.ui.view.RunChart;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import javafx.scene.control.Button;
import javafx.scene.control.CheckBox;
import javafx.scene.control.ContextMenu;
import javafx.scene.control.Menu;
import javafx.scene.input.KeyCode;
import javafx.scene.layout.Region;
import javafx.stage.Window;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Runs kept beside a notebook, listed in its train cells and drawn beside each other. */
class CompareRunsTest {
    @TempDir
    private Path folder;

    private WindowFixture fixture;

    @AfterEach
    void close() {
        fixture.close();
    }

    private void open(double width, double height, double scale) throws IOException {
        String text = WindowFixture.example().replace("1500", "60").replace("Two thousand", "Few");
        fixture = new WindowFixture(new FakeEngine(0), text, folder, width, height);
        Fx.run(() -> fixture.appearance().setScale(scale));
        fixture.run(Command.RUN_ALL);
        fixture.await("caption", Kind.DONE);
        MadeRuns.make(own(), "1e-3", 60, 1);
        Path runs = own().getParent().getParent();
        MadeRuns.make(runs.resolve("first/0002"), "3e-4", 60, 1.5);
        MadeRuns.make(runs.resolve("other/0001"), "1e-2", 40, 0.7);
        Fx.run(() -> fixture.window().notebook().reveal(new CellId("first")));
        Fx.pulses(2);
    }

    private Path own() {
        return Fx.call(() -> ((TrainOutput) Objects.requireNonNull(
                        fixture.cellNow("first").outputProperty().get()))
                .folder());
    }

    /** On the JavaFX thread. */
    private RunChart chart() {
        return (RunChart) fixture.frameNow("first").lookup(".run-chart");
    }

    private List<String> drawn() {
        return Fx.call(() -> chart().runs().stream().map(RunSeries::name).toList());
    }

    /** The list may be below what is in view. */
    private void openRuns() {
        Fx.run(() -> ((Button) fixture.frameNow("first").lookup(".runs-fold")).fire());
    }

    private CheckBox box(String name) {
        Fx.until("the run " + name, () -> find(name) != null);
        return Objects.requireNonNull(Fx.call(() -> find(name)));
    }

    private CheckBox find(String name) {
        return fixture.frameNow("first").lookupAll(".check-box").stream()
                .map(CheckBox.class::cast)
                .filter(box -> box.getText().equals(name))
                .findFirst()
                .orElse(null);
    }

    @Test
    void runsAreListedAndDrawnBesideEachOtherByKeys() throws IOException {
        open(1280, 980, 1);
        openRuns();
        CheckBox other = box("first 0002");
        assertThat(box("first 0001").isDisabled()).isTrue();
        assertThat(other.getAccessibleText())
                .startsWith("compare with first 0002, completed · 60 steps · best 0.300 · ")
                .contains("kB · ");
        Fx.focus(other);
        Fx.press(KeyCode.SPACE);
        Fx.until("the second run", () -> chart().runs().size() == 2);
        assertThat(drawn()).containsExactly("first 0001", "first 0002");
        Fx.pulses(2);
        assertThat(fixture.texts(fixture.frame("first"))).contains("train learning-rate", "3e-4", "1e-3");
        Fx.run(() -> chart().pointAt(30));
        assertThat(Fx.call(() -> chart().getAccessibleText()))
                .contains("first 0001: loss ", "first 0002: loss ", "difference");
        Fx.run(() -> find("first 0002").fire());
        Fx.until("one run", () -> chart().runs().size() == 1);
        assertThat(fixture.texts(fixture.frame("first"))).doesNotContain("train learning-rate");
    }

    @Test
    void whatIsComparedIsSavedAsShown() throws IOException {
        open(1280, 980, 1);
        openRuns();
        CheckBox other = box("other 0001");
        Fx.run(other::fire);
        Fx.until("the second run", () -> chart().runs().size() == 2);
        Path csv = folder.resolve("chart.csv");
        save("What the chart shows", "Save as CSV…", csv);
        assertThat(Files.readAllLines(csv).get(0)).contains("first 0001 training loss", "other 0001 training loss");
        assertThat(Files.readAllLines(csv)).hasSize(62);
        Path svg = folder.resolve("chart.svg");
        save("Loss chart", "Save as SVG…", svg);
        assertThat(Files.readString(svg)).contains(">other 0001<", "first 0001 − other 0001");
    }

    private void save(String title, String item, Path file) {
        fixture.dialogs().choose(file);
        fixture.run(Command.EXPORT);
        Fx.run(() -> {
            ContextMenu menu = Window.getWindows().stream()
                    .filter(ContextMenu.class::isInstance)
                    .map(ContextMenu.class::cast)
                    .findFirst()
                    .orElseThrow();
            menu.getItems().stream()
                    .filter(each -> title.equals(each.getText()))
                    .flatMap(each -> ((Menu) each).getItems().stream())
                    .filter(each -> item.equals(each.getText()))
                    .findFirst()
                    .orElseThrow()
                    .fire();
            menu.hide();
        });
    }

    @Test
    void aRunThatCannotBeReadSaysWhyAndIsNotShown() throws IOException {
        open(1280, 980, 1);
        Path damaged = own().resolveSibling("0002").resolve("metrics.jsonl");
        Files.writeString(damaged, "{\"event\":\"step\"}\n" + Files.readString(damaged));
        openRuns();
        CheckBox other = box("first 0002");
        Fx.run(other::fire);
        Fx.until(
                "why",
                () -> fixture.frameNow("first").lookupAll(".hint").stream()
                        .anyMatch(node -> node.isVisible() && node.toString().contains("metrics.jsonl")));
        assertThat(box("first 0002").isSelected()).isFalse();
        assertThat(drawn()).containsExactly("first 0001");
    }

    @Test
    void aRunOfAnotherCellIsFollowedWhileItGoesOn() throws IOException {
        String text = WindowFixture.example().replace("1500", "60")
                + "\n```patchbook train\nid: second\nfrom: small\nsteps: 4000\n```\n";
        fixture = new WindowFixture(new FakeEngine(2), text, folder, 1280, 980);
        Fx.run(() -> fixture.window().notebook().commands().run(new CellId("first")));
        fixture.await("first", Kind.DONE);
        MadeRuns.make(own(), "1e-3", 60, 1);
        Fx.run(() -> fixture.window().notebook().commands().run(new CellId("second")));
        fixture.await("second", Kind.RUNNING);
        Fx.until("its folder", () -> fixture.cellNow("second").outputProperty().get() instanceof TrainOutput);
        MadeRuns.make(own().getParent().resolveSibling("second").resolve("0001"), "1e-3", 1, 1);
        openRuns();
        CheckBox other = box("second 0001");
        Fx.run(other::fire);
        Fx.until("it to be drawn", () -> chart().runs().size() == 2);
        int before = Fx.call(() -> chart().runs().get(1).size());
        Fx.until("more steps", () -> chart().runs().get(1).size() > before + 5);
        Fx.run(() -> fixture.window().notebook().commands().interrupt(new CellId("second")));
        fixture.await("second", Kind.DONE);
    }

    /** How the window stands. */
    enum Look {
        WIDE(1280, 1),
        NARROW(560, 1),
        LARGE(1280, 2);

        private final double width;
        private final double scale;

        Look(double width, double scale) {
            this.width = width;
            this.scale = scale;
        }
    }

    @ParameterizedTest
    @EnumSource
    void looksRightInEachSize(Look look) throws IOException {
        open(look.width, 980, look.scale);
        openRuns();
        for (String name : List.of("first 0002", "other 0001")) {
            CheckBox box = box(name);
            Fx.run(box::fire);
            Fx.until(name, () -> drawnNow(name));
        }
        Fx.run(() -> chart().pointAt(20));
        for (String theme : List.of("light", "dark")) {
            Fx.pulses(3);
            String name = "state-compare-" + look.name().toLowerCase(Locale.ROOT) + "-" + theme;
            Fx.picture(fixture.frame("first"), name, 1);
            Fx.run(fixture.appearance()::toggleTheme);
        }
        assertThat(drawn()).hasSize(3);
        double width = Fx.call(() -> chart().getWidth());
        assertThat(Fx.call(() -> chart().lookupAll(".crosshair-value").stream()
                        .map(node -> node.getLayoutX() + ((Region) node).getWidth())
                        .toList()))
                .hasSizeGreaterThan(3)
                .allMatch(right -> right <= width + 1);
        assertThat(fixture.texts(fixture.frame("first"))).noneMatch(text -> text.endsWith("…"));
    }

    private boolean drawnNow(String name) {
        return chart().runs().stream().anyMatch(run -> run.name().equals(name));
    }
}
