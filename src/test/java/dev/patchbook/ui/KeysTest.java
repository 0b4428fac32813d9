package dev.patchbook.ui;

import static org.assertj.core.api.Assertions.assertThat;

import dev.patchbook.notebook.CellKind;
import dev.patchbook.ui.fx.Command;
import dev.patchbook.ui.notebook.CellStatus.Kind;
import dev.patchbook.ui.notebook.CellViewModel;
import dev.patchbook.ui.notebook.NotebookViewModel;
import java.nio.file.Path;
import java.util.List;
import javafx.scene.control.TextArea;
import javafx.scene.input.KeyCode;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The notebook by keyboard alone. */
class KeysTest {
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

    private List<CellKind> kinds() {
        return Fx.call(() -> notebook.cells().stream()
                .map(cell -> cell.cellProperty().get().kind())
                .toList());
    }

    private int current() {
        return Fx.call(notebook::currentIndex);
    }

    @Test
    void everyCommandDoesSomething() {
        for (Command command : Command.values()) {
            assertThat(Fx.call(() -> fixture.window().actions().bound(command)))
                    .as(command.name())
                    .isTrue();
        }
    }

    @Test
    void arrowsAndLettersMove() {
        Fx.press(KeyCode.DOWN, KeyCode.J);
        assertThat(current()).isEqualTo(2);
        Fx.press(KeyCode.K);
        assertThat(current()).isEqualTo(1);
        Fx.press(KeyCode.UP, KeyCode.UP, KeyCode.UP);
        assertThat(current()).isZero();
    }

    @Test
    void addsDeletesAndTakesBack() {
        int before = kinds().size();
        Fx.press(KeyCode.DOWN, KeyCode.D);
        assertThat(kinds()).hasSize(before);
        Fx.press(KeyCode.D);
        assertThat(kinds()).hasSize(before - 1).doesNotContain(CellKind.DATA);
        Fx.press(KeyCode.Z);
        assertThat(kinds()).hasSize(before).contains(CellKind.DATA);
        Fx.press(KeyCode.B);
        assertThat(kinds()).hasSize(before + 1);
    }

    @Test
    void dThenAnotherKeyThenDDeletesNothing() {
        int before = kinds().size();
        Fx.press(KeyCode.D, KeyCode.J, KeyCode.D);
        assertThat(kinds()).hasSize(before);
    }

    @Test
    void shiftEnterRunsAndAdvances() {
        Fx.press(KeyCode.DOWN);
        Fx.chord(List.of(KeyCode.SHIFT), KeyCode.ENTER);
        assertThat(current()).isEqualTo(2);
        fixture.await("scenes", Kind.DONE);
        Fx.chord(List.of(KeyCode.CONTROL), KeyCode.ENTER);
        assertThat(current()).isEqualTo(2);
        fixture.await("small", Kind.DONE);
    }

    @Test
    void enterWritesANoteAndEscapeRendersIt() {
        Fx.press(KeyCode.B, KeyCode.ENTER);
        Fx.pulses(2);
        assertThat(Fx.call(() -> fixture.stage().getScene().getFocusOwner())).isInstanceOf(TextArea.class);
        Fx.type(fixture.stage().getScene(), "Ada said **ddd**");
        Fx.press(KeyCode.ESCAPE);
        CellViewModel note = Fx.call(() -> notebook.cells().get(1));
        assertThat(note.cellProperty().get().text()).isEqualTo("Ada said **ddd**");
        assertThat(note.editingProperty().get()).isFalse();
        Fx.press(KeyCode.ENTER);
        assertThat(note.editingProperty().get()).isTrue();
        Fx.press(KeyCode.ESCAPE, KeyCode.DOWN);
        assertThat(current()).isEqualTo(2);
    }

    @Test
    void enterOpensTheSettingsAndEscapeLeavesThem() {
        Fx.press(KeyCode.DOWN, KeyCode.ENTER);
        assertThat(fixture.cell("scenes").editingProperty().get()).isTrue();
        Fx.press(KeyCode.ESCAPE);
        assertThat(fixture.cell("scenes").editingProperty().get()).isFalse();
        Fx.press(KeyCode.J);
        assertThat(current()).isEqualTo(2);
    }

    @Test
    void lettersGrowAndShrink() {
        Fx.chord(List.of(KeyCode.CONTROL), KeyCode.PLUS);
        Fx.chord(List.of(KeyCode.CONTROL), KeyCode.EQUALS);
        assertThat(fixture.appearance().scaleProperty().get()).isEqualTo(1.2);
        Fx.chord(List.of(KeyCode.CONTROL), KeyCode.DIGIT0);
        assertThat(fixture.appearance().scaleProperty().get()).isEqualTo(1);
    }
}
