package dev.patchbook.ui;

import static org.assertj.core.api.Assertions.assertThat;

import dev.patchbook.notebook.CellId;
import dev.patchbook.ui.fx.Command;
import dev.patchbook.ui.notebook.CellFrame;
import dev.patchbook.ui.notebook.CellViewModel;
import dev.patchbook.ui.notebook.NotebookViewModel;
import java.nio.file.Path;
import java.util.List;
import javafx.geometry.Bounds;
import javafx.scene.Node;
import javafx.scene.Parent;
import javafx.scene.control.Button;
import javafx.scene.input.KeyCode;
import javafx.scene.input.MouseButton;
import javafx.scene.robot.Robot;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The palette, the sheet of keys, find, and moving cells with the mouse. */
class OverlaysTest {
    @TempDir
    private Path folder;

    private WindowFixture fixture;
    private NotebookViewModel notebook;

    @BeforeEach
    void open() {
        fixture = new WindowFixture(new FakeEngine(2), WindowFixture.example(), folder, 1280, 980);
        notebook = Fx.call(() -> fixture.window().notebook());
        Fx.run(() -> notebook.step(0));
        Fx.pulses(1);
    }

    @AfterEach
    void close() {
        fixture.close();
    }

    private Parent root() {
        return fixture.stage().getScene().getRoot();
    }

    private Node owner() {
        return Fx.call(() -> fixture.stage().getScene().getFocusOwner());
    }

    @Test
    void thePaletteFindsCommandsAndCells() {
        Fx.chord(List.of(KeyCode.CONTROL), KeyCode.K);
        fixture.pictures("palette");
        Fx.type(fixture.stage().getScene(), "capt");
        Fx.press(KeyCode.ENTER);
        assertThat(Fx.call(() -> notebook.currentProperty().get())).isEqualTo(new CellId("caption"));
        assertThat(owner()).isInstanceOf(CellFrame.class);
        Fx.press(KeyCode.P);
        Fx.type(fixture.stage().getScene(), "ltdark");
        assertThat(Fx.call(() -> owner0().getAccessibleText())).contains("Light or dark");
        Fx.press(KeyCode.DOWN, KeyCode.UP, KeyCode.ENTER);
        assertThat(fixture.appearance().darkProperty().get()).isTrue();
        Fx.press(KeyCode.P, KeyCode.ESCAPE);
        assertThat(Fx.call(() -> root().lookup(".palette"))).isNull();
        assertThat(owner()).isInstanceOf(CellFrame.class);
    }

    private Node owner0() {
        return fixture.stage().getScene().getFocusOwner();
    }

    @Test
    void theSheetShowsEveryKey() {
        Fx.press(KeyCode.H);
        fixture.pictures("keys");
        assertThat(fixture.texts(root())).contains("Restart and run all", "Ctrl+Shift+Enter", "D, D   Delete");
        Fx.press(KeyCode.ESCAPE);
        assertThat(Fx.call(() -> root().lookup(".key-sheet"))).isNull();
        assertThat(owner()).isInstanceOf(CellFrame.class);
    }

    @Test
    void findsWordsInNotesSettingsAndCaptions() {
        fixture.run(Command.RUN_ABOVE);
        Fx.chord(List.of(KeyCode.CONTROL), KeyCode.F);
        Fx.type(fixture.stage().getScene(), "weights");
        assertThat(fixture.texts(root())).contains("1 of 1");
        assertThat(Fx.call(() -> notebook.cells().stream()
                        .filter(cell -> cell.foundProperty().get())
                        .count()))
                .isEqualTo(1);
        Fx.run(() -> ((javafx.scene.control.TextField) owner0()).setText("FIRST"));
        List<String> texts = fixture.texts(root());
        assertThat(texts).anyMatch(text -> text.matches("[0-9]+ of [0-9]+") && !text.equals("1 of 1"));
        fixture.pictures("find");
        CellId before = Fx.call(() -> notebook.currentProperty().get());
        Fx.press(KeyCode.ENTER, KeyCode.ENTER);
        assertThat(Fx.call(() -> notebook.currentProperty().get())).isNotEqualTo(before);
        assertThat(owner()).as("the keyboard stays in the bar").isNotInstanceOf(CellFrame.class);
        Fx.chord(List.of(KeyCode.SHIFT), KeyCode.ENTER);
        Fx.run(() -> root().lookupAll(".find-bar .toggle-button")
                .forEach(node -> ((javafx.scene.control.ToggleButton) node).fire()));
        assertThat(fixture.texts(root())).contains("not found");
        Fx.press(KeyCode.ESCAPE);
        assertThat(Fx.call(() -> root().lookup(".find-bar"))).isNull();
        assertThat(Fx.call(() -> notebook.cells().stream()
                        .noneMatch(cell -> cell.foundProperty().get())))
                .isTrue();
    }

    @Test
    void aCellIsDraggedAndEscapeGivesUp() {
        List<CellId> before = order();
        drag(true);
        assertThat(order()).isEqualTo(before);
        drag(false);
        assertThat(order().indexOf(new CellId("small"))).isEqualTo(before.indexOf(new CellId("small")) - 1);
        fixture.run(Command.UNDO);
        assertThat(order()).isEqualTo(before);
    }

    private List<CellId> order() {
        return Fx.call(() -> notebook.cells().stream().map(CellViewModel::id).toList());
    }

    /** Drags the model cell above the middle of the data cell. */
    private void drag(boolean giveUp) {
        Fx.run(() -> notebook.reveal(new CellId("small")));
        Fx.pulses(2);
        Node handle = Fx.call(() -> fixture.frameNow("small").lookup(".drag-handle"));
        Node target = Fx.call(() -> fixture.frameNow("scenes"));
        Bounds bounds = Fx.call(handle::getBoundsInLocal);
        Fx.move(handle, bounds.getCenterX(), bounds.getCenterY());
        Fx.run(() -> new Robot().mousePress(MouseButton.PRIMARY));
        Fx.move(handle, bounds.getCenterX(), bounds.getCenterY() - 10);
        Fx.move(target, 10, 4);
        assertThat(Fx.call(() -> root().lookup(".drop-line").isVisible())).isTrue();
        if (giveUp) {
            fixture.picture("drag-light");
            Fx.press(KeyCode.ESCAPE);
            assertThat(Fx.call(() -> root().lookup(".drop-line").isVisible())).isFalse();
        }
        Fx.run(() -> new Robot().mouseRelease(MouseButton.PRIMARY));
        Fx.pulses(2);
    }

    @Test
    void theOutlineLeadsToTheCellThatRuns() {
        fixture.run(Command.RUN_ALL);
        Fx.until(
                "a training",
                () -> fixture.cellNow("first").statusProperty().get().share() > 0);
        Button go = Fx.call(() -> (Button) root().lookup(".outline .running-button"));
        assertThat(Fx.call(go::getText)).contains("first");
        Fx.run(go::fire);
        assertThat(Fx.call(() -> notebook.currentProperty().get())).isEqualTo(new CellId("first"));
    }

    @Test
    void withoutTheOutlineTheBarLeadsToTheCellThatRunsWhileItIsOutOfView() {
        fixture.run(Command.RUN_ALL);
        Fx.until(
                "a training",
                () -> fixture.cellNow("first").statusProperty().get().share() > 0);
        Fx.run(() -> notebook.commands().training().pause(new CellId("first")));
        Button go = Fx.call(() -> (Button) root().lookup(".top-bar .running-button"));
        Fx.run(() -> fixture.stage().setHeight(500));
        Fx.run(() -> notebook.reveal(new CellId("scenes")));
        Fx.pulses(2);
        assertThat(Fx.call(go::isVisible)).as("beside the outline").isFalse();
        fixture.run(Command.OUTLINE);
        Fx.until("out of view", go::isVisible);
        fixture.pictures("go-to-running");
        assertThat(Fx.call(go::getText)).isEqualTo("Go to first");
        Fx.run(go::fire);
        assertThat(Fx.call(() -> notebook.currentProperty().get())).isEqualTo(new CellId("first"));
        Fx.until("in view", () -> !go.isVisible());
    }
}
