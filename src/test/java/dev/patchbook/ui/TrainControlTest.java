package dev.patchbook.ui;

import static org.assertj.core.api.Assertions.assertThat;

import dev.patchbook.chart.Numbers;
import dev.patchbook.notebook.CellId;
import dev.patchbook.session.TrainOutput;
import dev.patchbook.ui.fx.Command;
import dev.patchbook.ui.notebook.CellStatus.Kind;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.TextField;
import javafx.scene.input.KeyCode;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A run is held, stepped, stopped, gone on with and extended by buttons and by keys; what cannot be written is said. */
class TrainControlTest {
    @TempDir
    private Path folder;

    private final FakeEngine engine = new FakeEngine(2);
    private WindowFixture fixture;

    @AfterEach
    void close() {
        fixture.close();
    }

    private void open(int steps, double width) {
        String notebook = WindowFixture.example().replace("steps: 1500", "steps: " + steps + "\nevaluate-every: 20");
        fixture = new WindowFixture(engine, notebook, folder, width, 900);
        Fx.run(() -> fixture.window().notebook().commands().run(new CellId("first")));
        Fx.until("the training", () -> fixture.cellNow("first").outputProperty().get() instanceof TrainOutput);
        Fx.run(() -> fixture.window().notebook().reveal(new CellId("first")));
    }

    private TrainOutput runNow() {
        return (TrainOutput)
                Objects.requireNonNull(fixture.cellNow("first").outputProperty().get());
    }

    private long step() {
        return Fx.call(() -> runNow().step());
    }

    private String word() {
        return Fx.call(() -> fixture.cellNow("first").statusProperty().get().word());
    }

    private boolean offers(String text) {
        return Fx.call(() -> offersNow(text));
    }

    private boolean offersNow(String text) {
        return fixture.frameNow("first").lookupAll(".button").stream()
                .map(Button.class::cast)
                .anyMatch(button -> button.isVisible() && text.equals(button.getText()));
    }

    private Node banner() {
        return fixture.frameNow("first").lookup(".held-banner");
    }

    private void key(KeyCode code) {
        Fx.run(() -> fixture.frameNow("first").requestFocus());
        Fx.press(code);
    }

    @Test
    void pausedRunsGoOnStepByStep() {
        open(100_000, 1100);
        Fx.until("steps", () -> runNow().step() > 10);
        assertThat(offers("Step")).isFalse();
        key(KeyCode.R);
        fixture.await("first", Kind.PAUSED);
        long held = step();
        assertThat(word()).isEqualTo("paused at step " + Numbers.count(held) + " of 100,000");
        fixture.pressText("first", "Step");
        Fx.until("one more", () -> runNow().step() == held + 1);
        fixture.await("first", Kind.PAUSED);
        key(KeyCode.T);
        Fx.until("another", () -> runNow().step() == held + 2);
        fixture.await("first", Kind.PAUSED);
        fixture.pictures("first", "train-paused");
        assertThat(Fx.call(() -> fixture.frameNow("first").lookupAll(".button").stream()
                        .map(Node::getAccessibleText)
                        .filter(Objects::nonNull)
                        .toList()))
                .contains("Do one step of a training that is paused (T)", "Resume: Go on with the next step (R)");
        fixture.pressText("first", "Resume");
        Fx.until("it goes on", () -> runNow().step() > held + 6);
        assertThat(offers("Step")).isFalse();
        assertThat(Fx.call(() -> fixture.window().actions().enabled(Command.ONE_STEP)))
                .isFalse();
        assertThat(fixture.texts(fixture.frame("first")))
                .anyMatch(text -> text.matches("(about|up to) .*[0-9] (s|min|h)"));
    }

    @Test
    void aRunThatIsOverIsTrainedMore() {
        open(40, 1100);
        fixture.await("first", Kind.DONE);
        assertThat(word()).isEqualTo("40 steps");
        assertThat(offers("Train 10 more")).isTrue();
        key(KeyCode.T);
        assertThat(step()).isEqualTo(40);
        Fx.run(() -> fixture.frameNow("first").requestFocus());
        Fx.chord(List.of(KeyCode.SHIFT), KeyCode.T);
        TextField field = Fx.call(() -> fixture.field(fixture.frameNow("first"), "Steps to train more"));
        assertThat(Fx.call(field::isFocused)).isTrue();
        assertThat(Fx.<String>call(field::getText)).isEqualTo("10");
        Fx.run(() -> field.setText("many"));
        Fx.press(KeyCode.ENTER);
        assertThat(fixture.texts(fixture.frame("first")))
                .contains("Write a whole number of steps, from 1 to 10,000,000.");
        fixture.pictures("first", "train-more");
        Fx.run(() -> field.setText("25"));
        assertThat(fixture.texts(fixture.frame("first"))).noneMatch(text -> text.startsWith("Write a whole"));
        Fx.press(KeyCode.ENTER);
        Fx.until("25 more", () -> runNow().step() == 65 && runNow().summary().isPresent());
        fixture.await("first", Kind.DONE);
        assertThat(Fx.call(() -> runNow().series().size())).isEqualTo(65);
        assertThat(offers("Train 16 more")).isTrue();
        fixture.pressText("first", "Train 16 more");
        Fx.until("16 more", () -> runNow().step() == 81 && runNow().summary().isPresent());
    }

    @Test
    void aStoppedRunKeepsItsWeightsAndCanGoOnOrBeExtended() {
        open(100_000, 560);
        Fx.until("steps", () -> runNow().step() > 5);
        fixture.pressText("first", "Stop");
        fixture.await("first", Kind.DONE);
        long stopped = step();
        assertThat(word()).isEqualTo("stopped at step " + Numbers.count(stopped) + " of 100,000");
        assertThat(offers("Go on")).isTrue();
        assertThat(offers("Train 25,000 more")).isTrue();
        Fx.run(() -> fixture.appearance().setScale(2));
        fixture.pictures("first", "train-stopped-large");
        Fx.run(() -> fixture.appearance().setScale(1));
        key(KeyCode.R);
        Fx.until("it goes on", () -> runNow().step() > stopped + 3);
        assertThat(Fx.call(() -> runNow().series().size())).isGreaterThan((int) stopped);
    }

    @Test
    void anEvaluationSaysHowFarItIs() {
        engine.script().slowEvaluation = true;
        open(100_000, 1100);
        Fx.until(
                "evaluating",
                () -> fixture.cellNow("first")
                        .statusProperty()
                        .get()
                        .word()
                        .equals("evaluating 3 of 8 · step 0 of 100,000"));
        engine.script().slowEvaluation = false;
        Fx.until("training", () -> runNow().step() > 3);
    }

    @Test
    void whatCannotBeWrittenIsSaidInTheCellUntilItCan() {
        engine.script().blockAt = 12;
        engine.script().full = true;
        open(100_000, 1100); // does not end while the window is slow
        Fx.until("held", () -> banner() != null && banner().isVisible());
        assertThat(Fx.call(() -> banner().getAccessibleText()))
                .isEqualTo("The run is held at step 12. Nothing is lost. " + FakeScript.FULL
                        + " Make room on the disk. Then go on.");
        fixture.pictures("first", "train-held");
        fixture.pressText("first", "Go on");
        Fx.until(
                "held again",
                () -> banner().isVisible()
                        && fixture.cellNow("first").statusProperty().get().kind() == Kind.PAUSED);
        engine.script().full = false;
        fixture.pressText("first", "Go on");
        Fx.until("it goes on", () -> runNow().step() > 14 && !banner().isVisible());
        engine.script().blockAt = 20;
        engine.script().full = true;
        Fx.until("held", () -> banner().isVisible());
        Fx.run(() -> {
            fixture.stage().setWidth(560);
            fixture.appearance().setScale(2);
        });
        fixture.pictures("first", "train-held-large");
        assertThat(Fx.call(() -> banner().getBoundsInParent().getWidth())).isLessThanOrEqualTo(560);
        fixture.press("first", "Stop: End the run");
        fixture.await("first", Kind.DONE);
        assertThat(Fx.call(() -> banner().isVisible())).isFalse();
    }

    @Test
    void onlyTrainingsAreAskedForSteps() {
        open(100_000, 1100);
        Set<Command> asks = Set.of(Command.PAUSE, Command.ONE_STEP, Command.TRAIN_MORE);
        Fx.run(() -> fixture.window().notebook().reveal(new CellId("small")));
        for (Command command : asks) {
            assertThat(Fx.call(() -> fixture.window().actions().enabled(command)))
                    .isFalse();
        }
    }
}
