package dev.patchbook.ui;

import static org.assertj.core.api.Assertions.assertThat;

import dev.patchbook.notebook.CellId;
import dev.patchbook.notebook.Notebook;
import dev.patchbook.ui.fx.Command;
import dev.patchbook.ui.fx.Dialogs.Unsaved;
import dev.patchbook.ui.notebook.CellStatus.Kind;
import dev.patchbook.ui.tab.Page;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.input.KeyCode;
import javafx.scene.input.MouseButton;
import javafx.scene.input.MouseEvent;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Several notebooks in one window. */
class TabsTest {
    @TempDir
    private Path folder;

    private WindowFixture fixture;

    @BeforeEach
    void open() {
        fixture = new WindowFixture(new FakeEngine(2), WindowFixture.example(), folder, 1280, 800);
        add("Second");
        add("Third");
    }

    @AfterEach
    void close() {
        fixture.close();
    }

    private void add(String title) {
        Fx.run(() -> fixture.window().show(Notebook.empty(title)));
        Fx.pulses(2);
    }

    private String front() {
        return Fx.call(() ->
                fixture.window().tabs().current().orElseThrow().nameProperty().get());
    }

    private List<String> names() {
        return Fx.call(() -> fixture.window().tabs().pages().stream()
                .map(page -> page.nameProperty().get())
                .toList());
    }

    private Node handle(String name) {
        return Fx.call(() -> shown(name));
    }

    private Set<Node> handles() {
        return fixture.stage().getScene().getRoot().lookupAll(".tab-handle");
    }

    private void middleClick(Node node) {
        // Monocle's robot knows no middle button.
        Fx.run(() -> node.fireEvent(new MouseEvent(
                MouseEvent.MOUSE_PRESSED,
                20,
                8,
                20,
                8,
                MouseButton.MIDDLE,
                1,
                false,
                false,
                false,
                false,
                false,
                true,
                false,
                false,
                false,
                true,
                null)));
        Fx.pulses(1);
    }

    @Test
    void keysGoFromTabToTab() {
        assertThat(front()).isEqualTo("Third");
        Fx.chord(List.of(KeyCode.CONTROL), KeyCode.TAB);
        assertThat(front()).isEqualTo("A circle above a square");
        Fx.chord(List.of(KeyCode.CONTROL, KeyCode.SHIFT), KeyCode.TAB);
        assertThat(front()).isEqualTo("Third");
        Fx.chord(List.of(KeyCode.CONTROL), KeyCode.DIGIT2);
        assertThat(front()).isEqualTo("Second");
        Fx.chord(List.of(KeyCode.CONTROL), KeyCode.DIGIT9);
        assertThat(front()).isEqualTo("Third");
        assertThat(fixture.stage().getTitle()).isEqualTo("Third – Patchbook");
        Fx.chord(List.of(KeyCode.CONTROL), KeyCode.W);
        assertThat(names()).containsExactly("A circle above a square", "Second");
        assertThat(front()).isEqualTo("Second");
    }

    @Test
    void theMouseChoosesClosesAndMoves() {
        Fx.click(handle("Second"), 20, 8);
        assertThat(front()).isEqualTo("Second");
        Node close = Fx.call(() -> shown("Third").lookup(".tab-close"));
        Fx.click(close);
        assertThat(names()).containsExactly("A circle above a square", "Second");
        assertThat(front()).isEqualTo("Second");
        Node second = handle("Second");
        Fx.drag(second, 20, 8, -150, 8);
        assertThat(names()).containsExactly("Second", "A circle above a square");
        middleClick(handle("Second"));
        assertThat(names()).containsExactly("A circle above a square");
    }

    private Node shown(String name) {
        return handles().stream()
                .filter(node -> name.equals(((Label) node.lookup(".tab-name")).getText()))
                .findFirst()
                .orElseThrow();
    }

    @Test
    void aTabWithTheKeyboardIsLeftByArrowsAndClosedByDelete() {
        Fx.focus(handle("Third"));
        Fx.press(KeyCode.LEFT);
        assertThat(front()).isEqualTo("Second");
        Fx.focus(handle("Second"));
        Fx.press(KeyCode.DELETE);
        assertThat(names()).containsExactly("A circle above a square", "Third");
    }

    @Test
    void aTrainingGoesOnBehindAndItsTabShowsIt() {
        Fx.chord(List.of(KeyCode.CONTROL), KeyCode.DIGIT1);
        Fx.run(() -> fixture.window()
                .notebook()
                .commands()
                .set(new CellId("first"), Map.of("steps", "100000", "evaluate-every", "0")));
        Fx.run(() -> fixture.window().actions().run(Command.RUN_ALL));
        fixture.await("first", Kind.RUNNING);
        Page page = Fx.call(() -> fixture.window().tabs().current().orElseThrow());
        Fx.chord(List.of(KeyCode.CONTROL), KeyCode.DIGIT3);
        double before = Fx.call(() -> page.activityProperty().get().share());
        Fx.until("progress", () -> page.activityProperty().get().share() > Math.max(0, before));
        Label shown = Fx.call(() -> (Label) shown("A circle above a square").lookup(".tab-activity"));
        Fx.until("a share", () -> shown.isVisible() && shown.getText().endsWith("%"));
        assertThat(Fx.call(() -> shown("A circle above a square").getAccessibleText()))
                .contains("running");
        fixture.picture("tabs-running-light");

        middleClick(handle("A circle above a square"));
        assertThat(fixture.dialogs().asked()).containsExactly("stop A circle above a square");
        assertThat(names()).hasSize(3);
        fixture.dialogs().answerStop(true);
        fixture.dialogs().answer(Unsaved.DISCARD);
        middleClick(handle("A circle above a square"));
        assertThat(names()).containsExactly("Second", "Third");
    }

    @Test
    void aChangeIsSeenOnTheTabAndAskedForOnClosing() {
        Fx.chord(List.of(KeyCode.CONTROL), KeyCode.DIGIT1);
        fixture.delete("caption");
        Fx.pulses(1);
        Node dot = Fx.call(() -> shown("A circle above a square").lookup(".unsaved-dot"));
        assertThat(dot.isVisible()).isTrue();
        Fx.chord(List.of(KeyCode.CONTROL), KeyCode.W);
        assertThat(names()).hasSize(3);
        assertThat(fixture.dialogs().asked()).containsExactly("unsaved A circle above a square");
        Fx.run(() -> fixture.window().actions().run(Command.UNDO));
        Fx.pulses(1);
        Fx.chord(List.of(KeyCode.CONTROL), KeyCode.W);
        assertThat(names()).hasSize(2);
    }

    @Test
    void aFileAlreadyOpenIsNotOpenedTwice() throws IOException {
        Path file = folder.resolve("other.md");
        Files.writeString(file, "---\npatchbook: 1\ntitle: Other\n---\n");
        Fx.run(() -> fixture.window().open(file));
        Fx.chord(List.of(KeyCode.CONTROL), KeyCode.DIGIT1);
        Fx.run(() -> fixture.window().open(folder.resolve("x").resolve("..").resolve("other.md")));
        assertThat(front()).isEqualTo("Other");
        assertThat(names()).hasSize(4);
    }

    @Test
    void manyTabsInLittleRoomAreListedByAButton() {
        for (int i = 4; i < 13; i++) {
            add("Notebook number " + i);
        }
        Fx.pulses(2);
        Button all = (Button) Fx.call(() -> fixture.stage().getScene().getRoot().lookupAll(".button").stream()
                .filter(node -> "All open notebooks".equals(node.getAccessibleText()))
                .findFirst()
                .orElseThrow());
        assertThat(all.isVisible()).isTrue();
        assertThat(Fx.call(() -> shown("Notebook number 12").isVisible())).isTrue();
        assertThat(Fx.call(() -> shown("A circle above a square").isVisible())).isFalse();
        fixture.picture("tabs-many-light");
        Fx.chord(List.of(KeyCode.CONTROL), KeyCode.DIGIT1);
        Fx.pulses(2);
        assertThat(Fx.call(() -> shown("A circle above a square").isVisible())).isTrue();
        Fx.run(() -> fixture.appearance().setScale(2));
        Fx.run(() -> fixture.stage().setWidth(560));
        Fx.pulses(3);
        fixture.picture("tabs-narrow-200-light");
    }
}
