package dev.patchbook.ui;

import static org.assertj.core.api.Assertions.assertThat;

import dev.patchbook.session.CellOutput.SampleOutput;
import dev.patchbook.session.TrainOutput;
import dev.patchbook.ui.notebook.CellStatus.Kind;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import javafx.scene.Node;
import javafx.scene.Scene;
import javafx.scene.control.Button;
import javafx.scene.input.KeyCode;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The whole main job from an empty notebook to a saved one with a caption, by the keyboard alone. */
class KeyboardMainJobTest {
    private static final int STEPS = 20;
    private static final int MOST_TABS = 60;

    @TempDir
    private Path folder;

    private WindowFixture fixture;
    private Scene scene;

    @BeforeEach
    void open() {
        fixture = new WindowFixture(new FakeEngine(4), WindowFixture.example(), folder, 1280, 980);
        scene = fixture.stage().getScene();
    }

    @AfterEach
    void close() {
        fixture.close();
    }

    @Test
    void fromAnEmptyNotebookToACaption() {
        control(KeyCode.N);
        add(KeyCode.D);
        Fx.press(KeyCode.ENTER);
        write("File", "sample:scenes");
        control(KeyCode.ENTER);
        fixture.await("data", Kind.DONE);

        add(KeyCode.M);
        control(KeyCode.ENTER);
        fixture.await("model", Kind.DONE);

        add(KeyCode.T);
        Fx.press(KeyCode.ENTER);
        write("Steps", "100000");
        control(KeyCode.ENTER);
        Fx.until(STEPS + " steps", () -> step() >= STEPS);
        tabToButton("Pause");
        Fx.press(KeyCode.SPACE);
        fixture.await("train", Kind.PAUSED);
        long held = Fx.call(this::step);
        tabToButton("Resume");
        Fx.press(KeyCode.SPACE);
        Fx.until("more steps", () -> step() > held);
        Fx.press(KeyCode.ESCAPE, KeyCode.I, KeyCode.I);
        fixture.await("train", Kind.DONE);

        for (KeyCode kind : List.of(KeyCode.P, KeyCode.A, KeyCode.S)) {
            add(kind);
            control(KeyCode.ENTER);
        }
        fixture.await("patches", Kind.DONE);
        fixture.await("attention", Kind.DONE);
        fixture.await("sample", Kind.DONE);
        assertThat(fixture.cell("sample").outputProperty().get())
                .isInstanceOfSatisfying(
                        SampleOutput.class,
                        sample -> assertThat(sample.generation().orElseThrow().caption())
                                .isNotBlank());

        Path file = folder.resolve("by-keys.md");
        fixture.dialogs().choose(file);
        control(KeyCode.S);
        assertThat(file).content().contains("patchbook sample", "file: sample:scenes", "steps: 100000");
    }

    private long step() {
        return fixture.cellNow("train").outputProperty().get() instanceof TrainOutput run ? run.step() : 0;
    }

    /** Adds a cell of the kind with this letter below the current one. */
    private void add(KeyCode kind) {
        Fx.press(KeyCode.ESCAPE, KeyCode.B, kind);
        Fx.pulses(2);
    }

    private static void control(KeyCode key) {
        Fx.chord(List.of(KeyCode.CONTROL), key);
        Fx.pulses(2);
    }

    private void write(String field, String value) {
        tabTo(field, node -> field.equals(node.getAccessibleText()));
        control(KeyCode.A);
        Fx.type(scene, value);
    }

    private void tabToButton(String text) {
        tabTo(text, node -> node instanceof Button button && text.equals(button.getText()));
    }

    private void tabTo(String what, Predicate<Node> wanted) {
        for (int i = 0; i < MOST_TABS; i++) {
            if (Fx.call(() ->
                    Optional.ofNullable(scene.getFocusOwner()).filter(wanted).isPresent())) {
                return;
            }
            Fx.press(KeyCode.TAB);
        }
        throw new AssertionError("Tab does not lead to " + what + "; it ended at " + Fx.call(scene::getFocusOwner));
    }
}
