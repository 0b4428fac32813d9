package dev.patchbook.ui;

import static org.assertj.core.api.Assertions.assertThat;

import dev.patchbook.notebook.CellId;
import dev.patchbook.ui.form.FormViewModel;
import dev.patchbook.ui.notebook.CellStatus.Kind;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import javafx.scene.Node;
import javafx.scene.control.Labeled;
import javafx.scene.input.KeyCode;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A compare cell in the window: added by key, run, each view opened, its sides chosen in the form, its pictures. */
class CompareTest {
    private static final CellId BOTH = new CellId("both");
    private static final String NOTEBOOK = """
            ---
            patchbook: 1
            title: Side by side
            ---

            ```patchbook data
            id: scenes
            file: sample:scenes
            ```

            ```patchbook model
            id: small
            ```

            ```patchbook train
            id: first
            steps: 60
            ```

            ```patchbook train
            id: second
            from: small
            steps: 60
            ```

            ```patchbook compare
            id: both
            from: first
            ```
            """;

    @TempDir
    private Path folder;

    private WindowFixture fixture;

    @AfterEach
    void close() {
        fixture.close();
    }

    private void open(double width) {
        fixture = new WindowFixture(new FakeEngine(0), NOTEBOOK, folder, width, 900);
    }

    private void run(String cell) {
        Fx.run(() -> fixture.window().notebook().commands().run(new CellId(cell)));
        fixture.await(cell, Kind.DONE);
    }

    private void set(String key, String value) {
        Fx.run(() -> fixture.window().notebook().commands().set(BOTH, Map.of(key, value)));
    }

    private List<String> texts() {
        return Fx.call(() -> fixture.frameNow("both").lookupAll(".label").stream()
                .filter(CompareTest::seen)
                .map(label -> Objects.requireNonNullElse(((Labeled) label).getText(), ""))
                .toList());
    }

    private static boolean seen(Node node) {
        for (Node each = node; each != null; each = each.getParent()) {
            if (!each.isVisible()) {
                return false;
            }
        }
        return true;
    }

    private void shows(String start) {
        assertThat(texts()).anyMatch(text -> text.startsWith(start));
    }

    @Test
    void eachViewIsOpened() {
        open(1100);
        run("both");
        shows("Left: first, run 1, step 20");
        shows("Right: first, run 1, step 60");
        shows("Block 0, head 0: softmax weights of the CLS query; left and right share one scale.");
        shows("Right − left: “first, run 1, step 60” less “first, run 1, step 20”");
        set("view", "norm");
        shows("Length of each patch's embedding");
        set("view", "position");
        shows("Cosine of the learned position of CLS");
        set("view", "caption");
        shows("mean −log p, left");
        set("view", "attention");
        set("method", "rollout");
        shows("Rollout through blocks 0 to 0");
        assertThat(fixture.cell("both").staleProperty().get()).isFalse();
        set("right-image", "validation 2");
        assertThat(fixture.cell("both").staleProperty().get()).isTrue();
        run("both");
        shows("Left: first, run 1, step 60, validation 0");
        shows("Right: first, run 1, step 60, validation 2");
    }

    @Test
    void whatIsMissingIsSaid() {
        open(1100);
        shows("Shows two checkpoints, runs, models or pictures side by side");
        run("both");
        set("left-run", "7");
        Fx.run(() -> fixture.window().notebook().commands().run(BOTH));
        fixture.await("both", Kind.FAILED);
        assertThat(fixture.texts(fixture.frame("both")))
                .anyMatch(text -> text.contains("“first” has no run 7."))
                .anyMatch(text -> text.contains("run the train cell once more"));
    }

    @Test
    void theFormChoosesBothSides() {
        open(1100);
        FormViewModel form =
                Fx.call(() -> fixture.window().notebook().commands().form(BOTH));
        Fx.run(() -> {
            form.own().get(2).choose("second");
            fixture.window().notebook().commands().write(BOTH, form);
        });
        assertThat(fixture.cell("both").cellProperty().get().from())
                .containsExactly(new CellId("first"), new CellId("second"));
        FormViewModel again =
                Fx.call(() -> fixture.window().notebook().commands().form(BOTH));
        assertThat(again.own().stream().map(field -> field.textProperty().get()))
                .containsExactly("", "first", "second");
        run("both");
        shows("Left: first, run 1, step 60");
        shows("Right: second, run 1, step 60");
        Fx.run(() -> {
            again.own().get(2).reset();
            fixture.window().notebook().commands().write(BOTH, again);
        });
        assertThat(fixture.cell("both").cellProperty().get().from()).containsExactly(new CellId("first"));
    }

    @Test
    void itIsAddedAndReadByKeyAlone() {
        open(1100);
        Fx.run(() -> fixture.window().notebook().reveal(new CellId("second")));
        Fx.press(KeyCode.B, KeyCode.C);
        assertThat(fixture.cell("compare").cellProperty().get().from()).containsExactly(new CellId("second"));
        Fx.press(KeyCode.ESCAPE);
        Fx.chord(List.of(KeyCode.CONTROL), KeyCode.ENTER);
        fixture.await("compare", Kind.DONE);
        Node map = Fx.call(() -> fixture.frameNow("compare").lookup(".patch-canvas"));
        Fx.focus(map);
        Fx.press(KeyCode.HOME, KeyCode.RIGHT);
        assertThat(Fx.call(map::getAccessibleText))
                .startsWith("patch (0, 1), left ")
                .contains(", right less left ");
    }

    @Test
    void pictures() {
        open(1100);
        run("both");
        for (String view : List.of("attention", "norm", "position", "caption")) {
            set("view", view);
            picture("compare-" + view);
        }
        set("view", "attention");
        Fx.run(() -> fixture.frameNow("both").edit());
        picture("compare-form");
        set("left-step", "soon");
        Fx.run(() -> fixture.window().notebook().commands().run(BOTH));
        fixture.await("both", Kind.FAILED);
        picture("compare-failed");
    }

    @Test
    void picturesOfANarrowWindow() {
        open(560);
        Fx.run(() -> fixture.window().notebook().reveal(BOTH));
        fixture.pictures("compare-narrow-empty");
        run("both");
        for (String view : List.of("attention", "caption")) {
            set("view", view);
            picture("compare-narrow-" + view);
        }
        Fx.run(() -> fixture.appearance().setScale(2));
        picture("compare-narrow-200");
    }

    private void picture(String name) {
        Fx.run(() -> fixture.window().notebook().reveal(BOTH));
        Fx.pulses(3);
        Fx.picture(fixture.frame("both"), name + "-light", 1);
        Fx.run(fixture.appearance()::toggleTheme);
        Fx.pulses(2);
        Fx.picture(fixture.frame("both"), name + "-dark", 1);
        Fx.run(fixture.appearance()::toggleTheme);
        Fx.pulses(1);
    }
}
