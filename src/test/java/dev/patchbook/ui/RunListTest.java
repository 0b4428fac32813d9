package dev.patchbook.ui;

import static org.assertj.core.api.Assertions.assertThat;

import dev.patchbook.checkpoint.RunFolder;
import dev.patchbook.notebook.CellId;
import dev.patchbook.session.TrainOutput;
import dev.patchbook.store.RunShelf;
import dev.patchbook.ui.fx.Command;
import dev.patchbook.ui.notebook.CellFrame;
import dev.patchbook.ui.notebook.CellStatus.Kind;
import dev.patchbook.ui.view.RunChart;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Predicate;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.CheckBox;
import javafx.scene.control.ContextMenu;
import javafx.scene.control.Label;
import javafx.scene.control.Labeled;
import javafx.scene.control.TextField;
import javafx.scene.input.KeyCode;
import javafx.stage.Window;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Runs kept beside a notebook are named, archived, deleted and brought back, by mouse and by keys. */
class RunListTest {
    @TempDir
    private Path folder;

    private WindowFixture fixture;
    private Path runs;

    @BeforeEach
    void open() throws IOException {
        String text = WindowFixture.example().replace("1500", "60");
        fixture = new WindowFixture(new FakeEngine(0), text, folder, 1280, 980);
        fixture.run(Command.RUN_ALL);
        fixture.await("caption", Kind.DONE);
        Path own = Fx.call(() -> ((TrainOutput) Objects.requireNonNull(
                        fixture.cellNow("first").outputProperty().get()))
                .folder());
        runs = own.getParent().getParent();
        MadeRuns.make(own, "1e-3", 60, 1);
        MadeRuns.make(runs.resolve("first/0002"), "3e-4", 60, 1.5);
        MadeRuns.make(runs.resolve("other/0001"), "1e-2", 40, 0.7);
        Fx.run(() -> fixture.window().notebook().reveal(new CellId("first")));
        Fx.pulses(2);
        Fx.run(() -> ((Button) fixture.frameNow("first").lookup(".runs-fold")).fire());
        there("first 0002");
    }

    @AfterEach
    void close() {
        fixture.close();
    }

    private CellFrame frame() {
        return fixture.frameNow("first");
    }

    private static boolean visible(Node node) {
        return node == null || node.isVisible() && visible(node.getParent());
    }

    private <T extends Node> Optional<T> find(String style, Class<T> type, Predicate<T> wanted) {
        return frame().lookupAll(style).stream()
                .filter(type::isInstance)
                .map(type::cast)
                .filter(RunListTest::visible)
                .filter(wanted)
                .findFirst();
    }

    private CheckBox there(String name) {
        Fx.until("the run " + name, () -> boxNow(name).isPresent());
        return Fx.call(() -> boxNow(name).orElseThrow());
    }

    private void goneFrom(String name) {
        Fx.until("no run " + name, () -> boxNow(name).isEmpty());
    }

    private Optional<CheckBox> boxNow(String name) {
        return find(".check-box", CheckBox.class, box -> box.getText().equals(name));
    }

    private void press(String text) {
        Predicate<Button> named = button -> text.equals(button.getText());
        Fx.until("a button " + text, () -> find(".button", Button.class, named).isPresent());
        Fx.run(() -> find(".button", Button.class, named).orElseThrow().fire());
    }

    private String said(String beginning) {
        Predicate<Label> begins = label -> label.getText().startsWith(beginning);
        Fx.until(beginning, () -> find(".runs-note", Label.class, begins).isPresent());
        return Fx.call(() ->
                find(".runs-note", Label.class, begins).map(Labeled::getText).orElseThrow());
    }

    /** Chooses from the menu behind a run. */
    private void choose(String run, String item) {
        Fx.run(() -> find(
                        ".button",
                        Button.class,
                        button -> String.valueOf(button.getAccessibleText()).startsWith("More for " + run + ":"))
                .orElseThrow()
                .fire());
        Fx.run(() -> {
            ContextMenu menu = Window.getWindows().stream()
                    .filter(ContextMenu.class::isInstance)
                    .map(ContextMenu.class::cast)
                    .findFirst()
                    .orElseThrow();
            menu.getItems().stream()
                    .filter(each -> each.getText().startsWith(item))
                    .findFirst()
                    .orElseThrow()
                    .fire();
            menu.hide();
        });
    }

    @Test
    void aRunIsNamedByKeysAndTheNameStays() {
        Fx.focus(there("first 0002"));
        Fx.press(KeyCode.F2);
        TextField field = Fx.call(() -> fixture.field(frame(), "Name of first 0002; empty: its cell and number"));
        assertThat(Fx.call(field::isFocused)).isTrue();
        Fx.type(fixture.stage().getScene(), "slow");
        Fx.press(KeyCode.ESCAPE);
        assertThat(there("first 0002")).isNotNull();
        Fx.focus(there("first 0002"));
        Fx.press(KeyCode.F2);
        Fx.type(fixture.stage().getScene(), "slow");
        Fx.press(KeyCode.ENTER);
        there("slow");
        assertThat(said("first 0002")).isEqualTo("first 0002 is called slow now.");
        assertThat(new RunShelf(runs).list()).anyMatch(run -> run.title().equals("slow"));
        assertThat(Fx.call(() -> fixture.stage().getScene().getFocusOwner().getAccessibleText()))
                .isEqualTo("Undo: first 0002 is called slow now.");
        Fx.press(KeyCode.SPACE);
        there("first 0002");
        assertThat(new RunShelf(runs).list()).noneMatch(run -> run.title().equals("slow"));
    }

    @Test
    void anArchivedRunIsPutAwayAndTakenOutAgain() {
        choose("first 0002", "Archive");
        goneFrom("first 0002");
        assertThat(said("first 0002")).contains("is archived", "kB on disk");
        Predicate<Button> show = button -> String.valueOf(button.getText()).startsWith("Show 1 archived, ");
        Fx.run(() -> find(".button", Button.class, show).orElseThrow().fire());
        assertThat(Fx.call(() -> there0("first 0002").getAccessibleText())).contains(" · archived · ");
        choose("first 0002", "Take out");
        Fx.until(
                "listed",
                () -> find(
                                ".button",
                                Button.class,
                                b -> String.valueOf(b.getText()).contains("archived, "))
                        .isEmpty());
        there("first 0002");
        assertThat(new RunShelf(runs).list()).noneMatch(run -> run.archived());
    }

    private CheckBox there0(String name) {
        return boxNow(name).orElseThrow();
    }

    @Test
    void aDeletedRunLeavesTheChartAndIsBroughtBack() throws IOException {
        CheckBox box = there("first 0002");
        Fx.run(box::fire);
        RunChart chart = (RunChart) Fx.call(() -> frame().lookup(".run-chart"));
        Fx.until("both", () -> chart.runs().size() == 2);
        byte[] before = Files.readAllBytes(runs.resolve("first/0002/metrics.jsonl"));
        Fx.focus(there("first 0002"));
        Fx.press(KeyCode.DELETE);
        goneFrom("first 0002");
        assertThat(said("first 0002 is deleted"))
                .matches("first 0002 is deleted: 60 steps, [0-9.]+\\hkB\\. It can be brought back until .*");
        Fx.until("one run", () -> chart.runs().size() == 1);
        assertThat(runs.resolve("first/0002")).doesNotExist();
        press("Undo");
        there("first 0002");
        assertThat(runs.resolve("first/0002/metrics.jsonl")).hasBinaryContent(before);
    }

    @Test
    void aRunIsRemovedForGoodOnlyWhenAskedTwice() {
        choose("other 0001", "Delete, ");
        goneFrom("other 0001");
        said("other 0001 is deleted");
        Predicate<Button> show = button -> String.valueOf(button.getText()).startsWith("Show 1 deleted, ");
        Fx.until("the trash", () -> find(".button", Button.class, show).isPresent());
        Fx.run(() -> find(".button", Button.class, show).orElseThrow().fire());
        press("Remove for good…");
        press("Keep it");
        assertThat(new RunShelf(runs).deleted()).hasSize(1);
        press("Bring back");
        there("other 0001");
        choose("other 0001", "Delete, ");
        goneFrom("other 0001");
        press("Remove for good…");
        String sure = Fx.call(() -> find(
                        ".button",
                        Button.class,
                        button -> String.valueOf(button.getText()).matches("Remove [0-9.]+\\hkB for good"))
                .orElseThrow()
                .getText());
        press(sure);
        assertThat(said("other 0001 is removed")).contains("kB are free again");
        assertThat(new RunShelf(runs).deleted()).isEmpty();
        assertThat(new RunShelf(runs).list()).noneMatch(run -> run.cell().equals("other"));
    }

    @Test
    void runsInUseAreNotDeletedAndItIsSaidWhy() {
        choose("first 0001", "Delete, ");
        assertThat(said("first 0001 is what")).contains("the cell “first” shows", "Run the cell anew");
        assertThat(new RunShelf(runs).list()).hasSize(3);
        try (RunFolder elsewhere = RunFolder.create(runs.resolve("first/0007"), Map.of(), null)) {
            assertThat(elsewhere.run().last()).isNull();
            Fx.run(() -> ((Button) frame().lookup(".runs-fold")).fire());
            Fx.run(() -> ((Button) frame().lookup(".runs-fold")).fire());
            there("first 0007");
            choose("first 0007", "Delete, ");
            assertThat(said("The run first 0007")).contains("under way", "Stop it first");
        }
    }

    @Test
    void looksRightInEachTheme() {
        choose("other 0001", "Archive");
        goneFrom("other 0001");
        Fx.focus(there("first 0002"));
        Fx.press(KeyCode.DELETE);
        goneFrom("first 0002");
        for (String button : List.of("Show 1 archived, ", "Show 1 deleted, ")) {
            Predicate<Button> named = each -> String.valueOf(each.getText()).startsWith(button);
            Fx.until(button, () -> find(".button", Button.class, named).isPresent());
            Fx.run(() -> find(".button", Button.class, named).orElseThrow().fire());
        }
        choose("other 0001", "Rename");
        for (String size : List.of("wide", "narrow-large")) {
            for (String theme : List.of("light", "dark")) {
                Fx.pulses(3);
                Fx.picture(Fx.call(() -> frame().lookup(".runs-pane")), "state-runs-" + size + "-" + theme, 1);
                Fx.run(fixture.appearance()::toggleTheme);
            }
            assertThat(Fx.call(() -> there0("first 0001").getWidth()
                            >= there0("first 0001").prefWidth(-1)))
                    .as("its name is not cut")
                    .isTrue();
            Node pane = Fx.call(() -> frame().lookup(".runs-pane"));
            assertThat(Fx.call(() -> pane.lookupAll(".button").stream()
                            .filter(RunListTest::visible)
                            .map(node -> pane.sceneToLocal(node.localToScene(node.getBoundsInLocal()))
                                    .getMaxX())
                            .toList()))
                    .allMatch(right ->
                            right <= Fx.call(() -> pane.getLayoutBounds().getWidth()) + 1);
            Fx.run(() -> {
                fixture.stage().setWidth(560);
                fixture.appearance().setScale(2);
            });
        }
    }
}
