package dev.patchbook.ui;

import static org.assertj.core.api.Assertions.assertThat;

import dev.patchbook.notebook.CellId;
import dev.patchbook.session.TrainOutput;
import dev.patchbook.ui.notebook.CellStatus.Kind;
import dev.patchbook.ui.view.RowGrid;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import javafx.css.PseudoClass;
import javafx.event.Event;
import javafx.scene.Node;
import javafx.scene.control.ContextMenu;
import javafx.scene.control.MenuItem;
import javafx.scene.input.ContextMenuEvent;
import javafx.scene.input.KeyCode;
import javafx.stage.Window;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What a run says of its pictures: captions of the pinned ones, whether it looks, memory, disk, and what broke. */
class TrainLooksTest {
    private static final String PINS = "pins";

    @TempDir
    private Path folder;

    private final FakeEngine engine = new FakeEngine(1);
    private WindowFixture fixture;

    @AfterEach
    void close() {
        fixture.close();
    }

    private void open(String settings, double width) {
        String notebook = WindowFixture.example().replace("steps: 1500", "steps: 200\nevaluate-every: 20" + settings);
        fixture = new WindowFixture(engine, notebook, folder, width, 1000);
    }

    private void train(Kind end) {
        Fx.run(() -> fixture.window().notebook().commands().run(new CellId("first")));
        Fx.until("the training", () -> fixture.cellNow("first").outputProperty().get() instanceof TrainOutput);
        fixture.await("first", end);
        Fx.run(() -> fixture.window().notebook().reveal(new CellId("first")));
        Fx.pulses(3);
    }

    private List<String> spoken(String style) {
        return Fx.call(() -> fixture.frameNow("first").lookupAll(style).stream()
                .filter(Node::isVisible)
                .map(Node::getAccessibleText)
                .filter(Objects::nonNull)
                .toList());
    }

    private List<String> texts() {
        return fixture.texts(fixture.frame("first"));
    }

    private String setting() {
        return Fx.call(() -> fixture.window().notebook().commands().setting(new CellId("first"), PINS));
    }

    @Test
    void captionsOfPinnedPicturesStandUnderTheChart() {
        open("\npins: validation 7, train 300", 1100);
        train(Kind.DONE);
        assertThat(texts()).contains("validation 7", "train 300", "Pinned pictures, captions at each evaluation");
        Fx.until(
                "a picture no example has",
                () -> spokenNow().containsAll(List.of("validation picture 7", "training picture 300")));
        assertThat(spoken(".strip-row"))
                .anyMatch(words -> words.startsWith("Step 200, ")
                        && words.contains("training picture 300: " + FakePictures.caption(300)));
        fixture.pictures("first", "train-film");
        Node list = Fx.call(() -> fixture.frameNow("first").lookup(".film-list"));
        Fx.focus(list);
        Fx.press(KeyCode.END, KeyCode.UP);
        assertThat(spoken(".run-chart"))
                .anyMatch(words -> words.toLowerCase(Locale.ROOT).startsWith("step 180"));
        Fx.focus(Fx.call(() -> fixture.frameNow("first").lookup(".run-chart")));
        Fx.press(KeyCode.HOME);
        assertThat(Fx.call(this::pointedNow)).singleElement().asString().startsWith("Step 0, ");
        Fx.focus(Fx.call(() -> fixture.frameNow("first").lookupAll(".button").stream()
                .filter(button -> "Unpin training picture 300".equals(button.getAccessibleText()))
                .findFirst()
                .orElseThrow()));
        Fx.press(KeyCode.SPACE);
        assertThat(setting()).isEqualTo("validation 7");
        assertThat(texts()).contains("Pinned for the next run: validation 7");
    }

    private List<String> pointedNow() {
        return fixture.frameNow("first").lookupAll(".strip-row").stream()
                .filter(row ->
                        row.isVisible() && row.getPseudoClassStates().contains(PseudoClass.getPseudoClass("pointed")))
                .map(Node::getAccessibleText)
                .toList();
    }

    private List<String> spokenNow() {
        return fixture.frameNow("first").lookupAll(".picture-view").stream()
                .map(Node::getAccessibleText)
                .toList();
    }

    @Test
    void aRowIsPinnedFromTheDataByKeysAndByItsMenu() {
        open("", 1100);
        Fx.run(() -> fixture.window().notebook().commands().run(new CellId("scenes")));
        fixture.await("scenes", Kind.DONE);
        Fx.run(() -> fixture.window().notebook().reveal(new CellId("scenes")));
        RowGrid grid = Fx.call(() -> (RowGrid) fixture.frameNow("scenes").lookup(".row-grid"));
        Fx.until("rows", () -> grid.selectedTile() != null && grid.lookup(".thumbnail") != null);
        Fx.focus(grid);
        Fx.press(KeyCode.RIGHT, KeyCode.RIGHT, KeyCode.ENTER);
        fixture.pressText("scenes", "Pin to first");
        assertThat(setting()).isEqualTo("train 1");
        Fx.run(() -> Event.fireEvent(
                grid, new ContextMenuEvent(ContextMenuEvent.CONTEXT_MENU_REQUESTED, 0, 0, 0, 0, true, null)));
        MenuItem unpin = item("Unpin from first");
        Fx.run(unpin::fire);
        assertThat(setting()).isEmpty();
        Fx.run(() -> Window.getWindows().stream()
                .filter(ContextMenu.class::isInstance)
                .toList()
                .forEach(Window::hide));
        Fx.run(() -> fixture.window()
                .notebook()
                .commands()
                .set(new CellId("first"), Map.of(PINS, "train 0, train 2, train 3, train 4, train 5, train 6")));
        Fx.focus(grid);
        Fx.run(() -> Event.fireEvent(
                grid, new ContextMenuEvent(ContextMenuEvent.CONTEXT_MENU_REQUESTED, 0, 0, 0, 0, true, null)));
        assertThat(Fx.call(item("Pin to first (6 are pinned)")::isDisable)).isTrue();
    }

    private static MenuItem item(String text) {
        return Fx.call(() -> Window.getWindows().stream()
                .filter(ContextMenu.class::isInstance)
                .flatMap(menu -> ((ContextMenu) menu).getItems().stream())
                .filter(item -> text.equals(item.getText()))
                .findFirst()
                .orElseThrow(() -> new AssertionError("no “" + text + "” in the menu")));
    }

    @Test
    void whatLookingIsWorthIsSaidWithItsLosses() {
        open("", 1100);
        train(Kind.DONE);
        assertThat(texts())
                .contains(
                        "Does it look?", "looking is worth 0.70 nats against another picture, 0.90 against a blank one")
                .contains("128");
        assertThat(spoken(".look-meter *"))
                .anyMatch(words -> words.startsWith("Does it look? On 128 rows looking is worth 0.70 nats")
                        && words.endsWith("the gap went from 0.00 to 0.70 nats"));
        assertThat(texts()).noneMatch(text -> text.startsWith("At each evaluation the loss"));
        fixture.pressText("first", "What this shows");
        Fx.pulses(2);
        assertThat(texts()).anyMatch(text -> text.startsWith("At each evaluation the loss"));
        assertThat(texts()).noneMatch(text -> text.contains("trained on"));
        assertThat(texts()).contains("11, 138 of 1,000 MB");
        fixture.pictures("first", "train-looks");
    }

    @Test
    void picturesTrainedOnAreNamedAsMemory() {
        open("\nlook-rows: 0", 560);
        Fx.run(() -> fixture.window().notebook().commands().set(new CellId("scenes"), Map.of("split", "tail")));
        train(Kind.DONE);
        assertThat(texts())
                .contains("10 validation pictures were trained on: the validation loss shows memory")
                .doesNotContain("Does it look?");
        Fx.run(() -> fixture.window().notebook().commands().set(new CellId("first"), Map.of("look-rows", "128")));
        train(Kind.DONE);
        fixture.pictures("first", "train-narrow");
        Fx.run(() -> fixture.appearance().setScale(2));
        fixture.pictures("first", "train-large");
        assertThat(Fx.call(() -> fixture.frameNow("first").getWidth())).isLessThanOrEqualTo(560);
    }

    @Test
    void whatBrokeIsNamedWithTheStepThatIsLeft() {
        engine.script().divergeAt = 30;
        open("", 1100);
        train(Kind.FAILED);
        assertThat(texts())
                .contains(
                        "The training diverged. At step 30 the loss was no longer a number; the first to break was the"
                                + " output of decoder.blocks.1.ffn.0 (forward). The weights are those after 29 updates, the last known good.")
                .contains("Lower the learning rate, or set clip to 1, and run the cell again.");
        assertThat(Fx.call(() -> fixture.frameNow("first").lookup(".train-more").isVisible()))
                .isFalse();
        fixture.pictures("first", "train-diverged");
    }
}
