package dev.patchbook.ui;

import static org.assertj.core.api.Assertions.assertThat;

import dev.patchbook.notebook.CellId;
import dev.patchbook.session.CellOutput.AttentionOutput;
import dev.patchbook.session.CellOutput.SampleOutput;
import dev.patchbook.session.LookBack;
import dev.patchbook.session.TrainOutput;
import dev.patchbook.ui.fx.Command;
import dev.patchbook.ui.notebook.CellStatus.Kind;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import javafx.geometry.Bounds;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.Slider;
import javafx.scene.input.KeyCode;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** One slider over a run's checkpoints, by keys and by dragging, and what the cells that look say of it. */
class TimeMachineTest {
    private static final List<String> LOOKERS = List.of("pieces", "looks", "caption");

    @TempDir
    private Path folder;

    private final FakeEngine engine = new FakeEngine(2);
    private WindowFixture fixture;

    @AfterEach
    void close() {
        fixture.close();
    }

    /** A run with checkpoints after 20, 40, 60 and 80 updates; the one after 100 is what it ended with. */
    private void trained(double width, double height) {
        String text = WindowFixture.example().replace("steps: 1500", "steps: 100\nevaluate-every: 20");
        fixture = new WindowFixture(engine, text, folder, width, height);
        fixture.run(Command.RUN_ALL);
        fixture.await("caption", Kind.DONE);
        reveal("first");
    }

    private void reveal(String id) {
        Fx.run(() -> fixture.window().notebook().reveal(new CellId(id)));
        Fx.pulses(3);
    }

    private Slider slider() {
        return (Slider) Fx.call(() -> fixture.frameNow("first").lookup(".time-slider .slider"));
    }

    private LookBack.View view(String id) {
        return fixture.cellNow(id).lookBackProperty().get();
    }

    private void shows(String id, long step) {
        Fx.until(id + " to show step " + step, () -> {
            LookBack.View view = view(id);
            return step == 0
                    ? view == null
                    : view != null
                            && !view.due()
                            && view.made().filter(made -> made.step() == step).isPresent();
        });
    }

    private void allShow(long step) {
        LOOKERS.forEach(id -> shows(id, step));
    }

    private String caption() {
        return Fx.call(() -> ((SampleOutput) Objects.requireNonNull(
                        fixture.cellNow("caption").outputProperty().get()))
                .generation()
                .orElseThrow()
                .caption());
    }

    private long attention() {
        return Fx.call(() -> ((AttentionOutput) Objects.requireNonNull(
                        fixture.cellNow("looks").outputProperty().get()))
                .view()
                .step());
    }

    private String line(String id) {
        reveal(id);
        return Fx.call(() -> {
            Node line = fixture.frameNow(id).lookup(".look-back");
            return line.isVisible() ? ((Label) line.lookup(".label")).getText() : "";
        });
    }

    @Test
    void keysGoThroughTheCheckpointsAndEveryCellFollows() {
        trained(1280, 980);
        String newest = caption();
        long edited =
                Fx.call(() -> fixture.window().notebook().notebook().cells().size());
        Slider slider = slider();
        assertThat(Fx.call(() -> slider.getAccessibleText()))
                .isEqualTo("Look back: Newest weights · 4 checkpoints to look back at");
        Fx.focus(slider);
        Fx.press(KeyCode.LEFT);
        allShow(80);
        assertThat(Fx.call(() -> slider.getAccessibleText()))
                .startsWith("Look back: Step 80, validation loss ")
                .endsWith(" · 4 of 4 checkpoints");
        Fx.press(KeyCode.HOME);
        allShow(20);
        assertThat(attention()).isEqualTo(20);
        assertThat(newest).startsWith(caption()).isNotEqualTo(caption());
        for (String id : LOOKERS) {
            assertThat(line(id)).isEqualTo("Step 20 of “first”, not its newest weights");
        }
        reveal("first");
        Fx.focus(slider);
        Fx.press(KeyCode.RIGHT);
        allShow(40);
        Fx.press(KeyCode.END);
        allShow(0);
        assertThat(caption()).isEqualTo(newest);
        assertThat(attention()).isEqualTo(60);
        assertThat(line("looks")).isEmpty();
        assertThat(Fx.call(() -> fixture.window().notebook().notebook().cells().size()))
                .isEqualTo(edited);
        assertThat(Fx.call(() -> fixture.window().actions().enabled(Command.UNDO)))
                .as("undo holds nothing new");
    }

    @Test
    void aCellShowsTheWayBack() {
        trained(1280, 980);
        Fx.run(() -> fixture.window().notebook().commands().training().lookAt(new CellId("first"), 60));
        allShow(60);
        assertThat(Fx.call(slider()::getValue)).isEqualTo(2);
        reveal("caption");
        Fx.focus(Fx.call(() -> fixture.frameNow("caption").lookup(".look-back .button")));
        Fx.press(KeyCode.SPACE);
        allShow(0);
        assertThat(Fx.call(slider()::getValue)).isEqualTo(4);
    }

    @Test
    void aDragLooksAtFewCheckpointsAndEndsAtTheLast() {
        trained(1280, 980);
        Slider slider = slider();
        engine.script().looks.clear();
        engine.script().slowLooks = true;
        Bounds track = Fx.call(slider::getLayoutBounds);
        double y = track.getHeight() / 2;
        Fx.drag(slider, track.getMaxX() - 8, y, track.getMinX() + 8, y);
        Fx.run(() -> Stream.of(1, 2, 3, 2, 1, 2).forEach(slider::setValue));
        engine.script().slowLooks = false;
        allShow(60);
        assertThat(engine.script().looks).endsWith("patches 60", "attention 60", "sample 60");
        assertThat(engine.script().looks)
                .as("those on the way are stopped before the next cell has its turn")
                .filteredOn(look -> !look.startsWith("patches"))
                .containsExactly("attention 60", "sample 60");
    }

    @Test
    void itIsLookedBackWhileTheRunGoesOnAndNothingOfItIsKept() throws Exception {
        trained(1280, 980);
        Path file = folder.resolve("note.md");
        fixture.dialogs().choose(file);
        fixture.run(Command.SAVE);
        byte[] before = Files.readAllBytes(file);
        Fx.run(() -> fixture.window().notebook().commands().training().more(new CellId("first"), 100_000));
        Fx.until("it goes on", () -> run().summary().isEmpty() && run().step() > 130);
        Fx.run(() -> fixture.window().notebook().commands().training().lookAt(new CellId("first"), 100));
        allShow(100);
        long then = Fx.call(() -> run().step());
        Fx.until("it still goes on", () -> run().step() > then + 5);
        assertThat(Fx.call(slider()::getMax)).isGreaterThanOrEqualTo(5);
        assertThat(Fx.call(slider()::getValue)).isEqualTo(4);
        fixture.run(Command.SAVE);
        assertThat(file).hasBinaryContent(before);
        Fx.run(() -> fixture.window().notebook().commands().interrupt(new CellId("first")));
        fixture.await("first", Kind.DONE);
    }

    private TrainOutput run() {
        return (TrainOutput)
                Objects.requireNonNull(fixture.cellNow("first").outputProperty().get());
    }

    @Test
    void looksRightInEachThemeAndSize() {
        trained(1280, 980);
        engine.script().slowLooks = true;
        Fx.run(() -> fixture.window().notebook().commands().training().lookAt(new CellId("first"), 40));
        Fx.until("on its way", () -> view("looks") != null);
        assertThat(line("looks")).isEqualTo("Step 40 of “first” is on its way. Shown are the newest weights.");
        engine.script().slowLooks = false;
        allShow(40);
        for (String size : List.of("wide", "narrow-large")) {
            for (String id : List.of("first", "looks")) {
                reveal(id);
                Fx.picture(fixture.frame(id), "state-time-" + id + "-" + size, 1);
            }
            Fx.run(fixture.appearance()::toggleTheme);
            reveal("first");
            Node time = Fx.call(() -> fixture.frameNow("first").lookup(".time-slider"));
            assertThat(Fx.call(
                            () -> Stream.concat(time.lookupAll(".label").stream(), time.lookupAll(".button").stream())
                                    .filter(Node::isVisible)
                                    .map(node -> time.sceneToLocal(node.localToScene(node.getBoundsInLocal())))
                                    .toList()))
                    .isNotEmpty()
                    .allMatch(box -> box.getMaxX()
                            <= Fx.call(() -> time.getLayoutBounds().getWidth()) + 1);
            assertThat(Fx.call(() -> time.lookupAll(".button").stream()
                            .map(Button.class::cast)
                            .map(Button::getText)
                            .toList()))
                    .contains("Newest");
            Fx.run(() -> {
                fixture.stage().setWidth(560);
                fixture.appearance().setScale(2);
            });
        }
    }
}
