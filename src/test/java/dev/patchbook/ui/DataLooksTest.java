package dev.patchbook.ui;

import static org.assertj.core.api.Assertions.assertThat;

import dev.patchbook.notebook.CellId;
import dev.patchbook.ui.fx.Command;
import dev.patchbook.ui.notebook.CellStatus.Kind;
import dev.patchbook.ui.view.BarColumns;
import dev.patchbook.ui.view.BarRows;
import dev.patchbook.ui.view.BarsView;
import dev.patchbook.ui.view.RowGrid;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import javafx.geometry.Bounds;
import javafx.scene.Node;
import javafx.scene.control.ComboBox;
import javafx.scene.control.Label;
import javafx.scene.input.KeyCode;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Looking at loaded data in the window: its rows, its charts, and one row's way to the tensor. */
class DataLooksTest {
    @TempDir
    private Path folder;

    private WindowFixture fixture;

    @AfterEach
    void close() {
        fixture.close();
    }

    private void open(double width, double height) {
        fixture = new WindowFixture(new FakeEngine(1), WindowFixture.example(), folder, width, height);
        Fx.run(() -> fixture.window().notebook().commands().run(new CellId("scenes")));
        fixture.await("scenes", Kind.DONE);
        Fx.run(() -> fixture.window().notebook().reveal(new CellId("scenes")));
        Fx.until("rows", () -> says("1,999 rows"));
    }

    private boolean says(String text) {
        return fixture.frameNow("scenes").lookupAll(".label").stream()
                .anyMatch(node -> node instanceof Label label && shown(label) && text.equals(label.getText()));
    }

    private static boolean shown(Node node) {
        for (Node each = node; each != null; each = each.getParent()) {
            if (!each.isVisible()) {
                return false;
            }
        }
        return true;
    }

    private RowGrid grid() {
        return (RowGrid) fixture.frameNow("scenes").lookup(".row-grid");
    }

    private <T extends BarsView> T bars(Class<T> type) {
        return fixture.frameNow("scenes").lookupAll(".bars-view").stream()
                .filter(type::isInstance)
                .filter(DataLooksTest::shown)
                .map(type::cast)
                .findFirst()
                .orElseThrow();
    }

    private void segment(String name) {
        fixture.toggle(fixture.frame("scenes"), "Look at: " + name);
        Fx.pulses(2);
    }

    @SuppressWarnings("unchecked")
    private void choose(String box, int index) {
        Fx.run(() -> fixture.frameNow("scenes").lookupAll(".combo-box").stream()
                .filter(ComboBox.class::isInstance)
                .map(node -> (ComboBox<Object>) node)
                .filter(each -> box.equals(each.getAccessibleText()))
                .forEach(each -> each.setValue(each.getItems().get(index))));
    }

    private static Bounds bounds(Node node) {
        return node.localToScene(node.getLayoutBounds());
    }

    @Test
    void everyRowCanBeReachedFoundAndSorted() {
        open(1100, 800);
        fixture.pictures("data-rows");
        Fx.focus(Fx.call(this::grid));
        Fx.press(KeyCode.END);
        Fx.until("the last row", () -> grid().getAccessibleText().startsWith("validation 199, row 1999"));
        Fx.run(() ->
                fixture.field(fixture.frameNow("scenes"), "Find in captions").setText("red circle above"));
        Fx.until(
                "found",
                () -> fixture.frameNow("scenes").lookupAll(".label").stream()
                        .anyMatch(
                                node -> String.valueOf(((Label) node).getText()).endsWith(" of 1,999 rows")));
        Fx.run(() ->
                fixture.field(fixture.frameNow("scenes"), "Find in captions").clear());
        Fx.until("all again", () -> says("1,999 rows"));
        choose("Which rows", 2);
        Fx.until("validation", () -> says("200 of 1,999 rows"));
        choose("Which rows", 4);
        Fx.until("none", () -> says("None of 1,999 rows"));
        choose("Which rows", 0);
        choose("Sorted", 1);
        Fx.until("all", () -> says("1,999 rows"));
        Fx.focus(Fx.call(this::grid));
        Fx.press(KeyCode.HOME);
        Fx.until("sorted", () -> grid().getAccessibleText().endsWith(": a blue circle above a blue square"));
    }

    @Test
    void barsLeadToTheirRows() {
        open(1100, 800);
        segment("Captions");
        fixture.pictures("data-captions");
        Fx.focus(Fx.call(() -> bars(BarColumns.class)));
        Fx.press(KeyCode.HOME);
        assertThat(Fx.call(() -> bars(BarColumns.class).getAccessibleText())).matches("\\d+ characters: .* captions");
        Fx.press(KeyCode.ENTER);
        Fx.until(
                "rows of that length",
                () -> shown(grid()) && fixture.frameNow("scenes").lookup(".row-trait") != null && !says("1,999 rows"));
        assertThat(Fx.call(() -> grid().isFocused())).isTrue();
        Fx.run(() -> ((javafx.scene.control.Button) fixture.frameNow("scenes").lookup(".row-trait")).fire());
        Fx.until("all again", () -> says("1,999 rows"));
        segment("Captions");
        String marked = Fx.call(() -> {
            BarRows characters = bars(BarRows.class);
            characters.requestFocus();
            return characters.getAccessibleText();
        });
        assertThat(marked).startsWith("Characters by frequency");
        Fx.press(KeyCode.HOME);
        assertThat(Fx.call(() -> bars(BarRows.class).getAccessibleText()))
                .isEqualTo("ß: 1 time, not in the alphabet, rows cannot be used");
        Fx.press(KeyCode.ENTER);
        assertThat(Fx.call(() -> shown(grid()))).isFalse();
        segment("Pictures");
        fixture.pictures("data-pictures");
        fixture.pressText("scenes", "Show repeated pictures");
        Fx.until("the two", () -> says("2 of 1,999 rows"));
    }

    @Test
    void theLineFollowsTheLongestCaptionSetNow() {
        open(1100, 800);
        segment("Captions");
        assertThat(fixture.texts(fixture.frame("scenes")))
                .anyMatch(text -> text.contains("max-length 256 cuts nothing"));
        Fx.run(() -> fixture.window().notebook().commands().set(new CellId("scenes"), Map.of("max-length", "30")));
        Fx.pulses(2);
        assertThat(fixture.texts(fixture.frame("scenes")))
                .anyMatch(text -> text.contains("max-length 30 is less than"));
        assertThat(Fx.call(() -> bars(BarColumns.class).getAccessibleText())).contains("max-length 30");
        fixture.picture("data-captions-limit");
    }

    @Test
    void aRowsWayToTheTensorIsShownByKeyAlone() {
        open(1100, 1000);
        Fx.focus(Fx.call(this::grid));
        Fx.press(KeyCode.RIGHT, KeyCode.RIGHT, KeyCode.ENTER);
        Fx.until("steps", () -> says("Squashed"));
        List<String> texts = fixture.texts(fixture.frame("scenes"));
        assertThat(texts)
                .contains("train 1, row 2 of scenes.csv, line 3", "As given", "Over the background", "Squashed")
                .contains(
                        "Values, less ImageNet's mean over its deviation",
                        "Caption as it stands",
                        "SHA-256 of its pixels")
                .anyMatch(text -> text.contains("turned right by EXIF"))
                .anyMatch(text -> text.startsWith("min \u22121.90"))
                .doesNotContain("Cut into patches");
        Fx.until("in view", () -> {
            Bounds panel = bounds(fixture.frameNow("scenes").lookup(".steps-panel"));
            Bounds page = bounds(fixture.window().view());
            return panel.getMinY() >= page.getMinY() && panel.getMinY() < page.getMinY() + 60
                    || panel.getMaxY() <= page.getMaxY();
        });
        fixture.pictures("data-steps");
        Fx.press(KeyCode.ESCAPE);
        assertThat(Fx.call(
                        () -> fixture.frameNow("scenes").lookup(".steps-panel").isVisible()))
                .isFalse();
        assertThat(Fx.call(() -> grid().isFocused())).isTrue();
        fixture.run(Command.RUN_ALL);
        fixture.await("small", Kind.DONE);
        Fx.run(() -> fixture.window().notebook().commands().set(new CellId("scenes"), Map.of("normalize", "none")));
        Fx.run(() -> fixture.window().notebook().commands().interruptAll());
        Fx.run(() -> fixture.window().notebook().commands().run(new CellId("small")));
        fixture.await("small", Kind.DONE);
        Fx.until("rows", () -> says("1,999 rows"));
        Fx.focus(Fx.call(this::grid));
        Fx.press(KeyCode.HOME, KeyCode.ENTER);
        Fx.until("patches", () -> says("Cut into patches"));
        assertThat(fixture.texts(fixture.frame("scenes"))).contains("Values, from 0 to 1");
        fixture.pictures("data-steps-model");
        fixture.pressText("scenes", "Look at it in pieces");
        assertThat(Fx.call(() -> fixture.cellNow("pieces").cellProperty().get().settings()))
                .containsEntry("image", "train 0");
    }

    @Test
    void nothingIsCutInLittleRoomOrWithLargeLetters() {
        open(560, 900);
        fixture.pictures("data-rows-narrow");
        segment("Captions");
        fixture.picture("data-captions-narrow");
        segment("Rows");
        Fx.focus(Fx.call(this::grid));
        Fx.press(KeyCode.RIGHT, KeyCode.ENTER);
        Fx.until("steps", () -> says("Squashed"));
        Fx.picture(fixture.frame("scenes"), "data-steps-narrow", 1);
        Fx.run(() -> fixture.appearance().setScale(2));
        Fx.pulses(3);
        Fx.picture(fixture.frame("scenes"), "data-steps-large", 1);
        for (String view : List.of("Rows", "Captions", "Pictures")) {
            segment(view);
            Fx.picture(fixture.frame("scenes"), "data-large-" + view, 1);
        }
        assertThat(Fx.call(() -> fixture.frameNow("scenes").getWidth())).isLessThanOrEqualTo(560);
    }
}
