package dev.patchbook.ui;

import static org.assertj.core.api.Assertions.assertThat;

import dev.patchbook.notebook.CellId;
import dev.patchbook.notebook.CellKind;
import dev.patchbook.session.CellOutput.DataOutput;
import dev.patchbook.ui.fx.Command;
import dev.patchbook.ui.fx.MemoryPreferences;
import dev.patchbook.ui.notebook.CellStatus.Kind;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import javafx.geometry.Bounds;
import javafx.scene.Node;
import javafx.scene.control.ContextMenu;
import javafx.scene.control.Labeled;
import javafx.scene.control.TableRow;
import javafx.scene.input.KeyCode;
import javafx.stage.Window;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A messy table on its way into a data cell: dropped or chosen, by mouse and by keyboard, or given up. */
class ImportTest {
    private static final String NOTEBOOK =
            "---\npatchbook: 1\ntitle: Mine\n---\n\n```patchbook data\nid: birds\nseed: 7\n```\n";

    @TempDir
    private Path folder;

    private final FakeEngine engine = new FakeEngine(1);
    private WindowFixture fixture;
    private ImportDriver driver;
    private Path csv;

    @BeforeEach
    void open() throws IOException {
        csv = Files.writeString(folder.resolve("odd.csv"), ImportPicturesTest.messy(100));
        Path notebook = Files.writeString(folder.resolve("mine.md"), NOTEBOOK);
        fixture = WindowFixture.started(engine, folder, new MemoryPreferences(), 1280, 900);
        Fx.run(() -> fixture.window().open(notebook));
        driver = new ImportDriver(fixture);
        Fx.pulses(2);
    }

    @AfterEach
    void close() {
        fixture.close();
    }

    private Map<String, String> settings() {
        return Fx.call(() -> fixture.cellNow("birds").cellProperty().get().settings());
    }

    private Node root() {
        return fixture.stage().getScene().getRoot();
    }

    private void dropOnCell(Path... files) {
        Bounds bounds = Fx.call(() -> {
            Node frame = fixture.frameNow("birds");
            return frame.localToScene(frame.getLayoutBounds());
        });
        Drop.at(fixture.stage().getScene(), bounds.getCenterX(), bounds.getCenterY(), files);
    }

    /** Clicks a column's name and chooses what it is for. */
    private void header(String column, String role) {
        Fx.until("the column " + column, () -> name(column) != null);
        Fx.pulses(2);
        Fx.click(Fx.call(() -> name(column)));
        Node item = Fx.call(() -> Window.getWindows().stream()
                .filter(ContextMenu.class::isInstance)
                .flatMap(menu -> menu.getScene().getRoot().lookupAll(".label").stream())
                .filter(label -> role.equals(((Labeled) label).getText()))
                .findFirst()
                .orElseThrow());
        Fx.click(item);
        Fx.pulses(2);
    }

    private Node name(String column) {
        return root().lookupAll(".column-name").stream()
                .filter(node -> column.equals(((Labeled) node).getText()))
                .findFirst()
                .orElse(null);
    }

    @Test
    void aMessyTableDroppedOnACellIsLoadedByMouse() {
        dropOnCell(csv);
        driver.says("odd.csv has no column “image”");
        driver.says("for the cell “birds”");
        header("Das Bild", "Picture column");
        driver.says("has no column “caption”");
        header("Was man sieht", "Caption column");
        driver.says("can be used");
        driver.rows(8);
        assertThat(Fx.call(driver::text)).contains("CSV · UTF-8 · semicolons");
        Fx.until(
                "the problem in its row",
                () -> spoken(3).contains("neither base64 nor a file's name. Write the picture anew"));
        driver.press("Check all rows");
        driver.says("Train on 98 of 100 rows: 2 cannot be used.");
        assertThat(settings()).as("nothing is written yet").doesNotContainKey("file");
        driver.press("Use and run");
        fixture.await("birds", Kind.DONE);
        assertThat(settings())
                .containsExactlyInAnyOrderEntriesOf(Map.of(
                        "file", "odd.csv", "image-column", "Das Bild", "caption-column", "Was man sieht", "seed", "7"));
        assertThat(Fx.call(() -> ((DataOutput) Objects.requireNonNull(
                                fixture.cellNow("birds").outputProperty().get()))
                        .summary()
                        .usable()))
                .isEqualTo(98);
        fixture.run(Command.UNDO);
        assertThat(settings()).as("one step of undo").containsExactly(Map.entry("seed", "7"));
    }

    private String spoken(int row) {
        return root().lookupAll(".table-row-cell").stream()
                .map(TableRow.class::cast)
                .map(each -> String.valueOf(each.getAccessibleText()))
                .filter(text -> text.startsWith("row " + row + ","))
                .findFirst()
                .orElse("");
    }

    @Test
    void theKeyboardAloneIsEnough() {
        fixture.dialogs().choose(csv);
        Fx.chord(List.of(KeyCode.CONTROL), KeyCode.I);
        Fx.until("the sheet", () -> root().lookup(".import-panel") != null);
        driver.tabTo("Add a file…");
        Fx.press(KeyCode.SPACE);
        driver.says("odd.csv has no column “image”");
        driver.tabTo("Picture column");
        Fx.press(KeyCode.DOWN, KeyCode.DOWN);
        assertThat(Fx.call(() -> driver.box("Picture column").getValue())).isEqualTo("Das Bild");
        driver.tabTo("Caption column");
        Fx.press(KeyCode.DOWN, KeyCode.DOWN, KeyCode.DOWN);
        driver.says("can be used");
        driver.tabTo("Image size");
        Fx.type(fixture.stage().getScene(), "24");
        Fx.until("its picture at that size", () -> driver.text().contains("at 24 × 24"));
        Fx.chord(List.of(KeyCode.CONTROL), KeyCode.ENTER);
        fixture.await("birds", Kind.DONE);
        assertThat(settings()).containsEntry("image-column", "Das Bild").containsEntry("image-size", "24");
        assertThat(driver.isOpen()).isFalse();
        assertThat(Fx.call(() -> fixture.frameNow("birds").isFocusWithin()))
                .as("the keyboard is back in the cell")
                .isTrue();
    }

    @Test
    void tabStaysInTheSheetAndEnterOnAButtonDoesWhatItSays() {
        dropOnCell(csv);
        driver.says("has no column");
        for (int i = 0; i < 60; i++) {
            Fx.press(KeyCode.TAB);
            assertThat(Fx.call(() -> within(fixture.stage().getScene().getFocusOwner())))
                    .as("stop " + i)
                    .isTrue();
        }
        driver.tabTo("Cancel");
        Fx.press(KeyCode.ENTER);
        assertThat(driver.isOpen()).isFalse();
        assertThat(settings()).containsExactly(Map.entry("seed", "7"));
    }

    private boolean within(Node node) {
        for (Node each = node; each != null; each = each.getParent()) {
            if (each.getStyleClass().contains("import-panel")) {
                return true;
            }
        }
        return false;
    }

    @Test
    void cancelLeavesEverythingAsItWas() {
        dropOnCell(csv);
        driver.says("has no column");
        driver.column("Picture column", "Das Bild");
        driver.column("Caption column", "Was man sieht");
        driver.says("can be used");
        engine.checkFor(1_000_000);
        driver.press("Check all rows");
        Fx.until("progress", () -> root().lookup(".check-progress").isVisible());
        driver.press("Stop");
        Fx.until(
                "the check to be stopped",
                () -> !root().lookup(".check-progress").isVisible());
        driver.press("Check all rows");
        Fx.press(KeyCode.ESCAPE);
        assertThat(driver.isOpen()).isFalse();
        assertThat(settings()).containsExactly(Map.entry("seed", "7"));
        assertThat(Fx.call(() -> fixture.window().document().unsavedProperty().get()))
                .isFalse();
        engine.checkFor(1);
        dropOnCell(csv);
        driver.column("Picture column", "Das Bild");
        driver.column("Caption column", "Was man sieht");
        driver.press("Check all rows");
        driver.says("Train on 98 of 100"); // the one that was left is not still going on
    }

    @Test
    void onlyRowsThatComeIntoViewAreAskedFor() {
        dropOnCell(csv);
        driver.column("Picture column", "Das Bild");
        driver.column("Caption column", "Was man sieht");
        driver.rows(16);
        Fx.pulses(10);
        int before = Fx.call(() -> driver.table().getItems().size());
        assertThat(before).isLessThan(50);
        Fx.run(() -> driver.table().scrollTo(before - 1));
        driver.rows(before + 1);
        assertThat(Fx.call(() -> root().lookupAll(".table-row-cell").size())).isLessThan(40);
    }

    @Test
    void severalSourcesAreJoinedAndTakenOut() throws IOException {
        Path more = Files.writeString(folder.resolve("more.csv"), "image;caption\n5;a red circle\n");
        Path same = Files.writeString(folder.resolve("same.csv"), "image;caption\n6;a blue circle\n");
        Path comma = Files.writeString(folder.resolve("a,b.csv"), "image;caption\n6;a blue circle\n");
        dropOnCell(more);
        driver.rows(1);
        dropOnCell(same); // onto the sheet: one more
        driver.rows(2);
        dropOnCell(comma);
        driver.says("A name with a comma in it can only be used alone");
        Fx.run(() -> root().lookupAll(".import-panel .button").stream()
                .filter(node -> "Take out more.csv".equals(node.getAccessibleText()))
                .map(javafx.scene.control.Button.class::cast)
                .forEach(javafx.scene.control.Button::fire));
        Fx.until("one row", () -> driver.table().getItems().size() == 1);
        driver.use();
        assertThat(settings()).containsEntry("file", "same.csv");
    }

    @Test
    void droppedBesideTheCellItIsForANewNotebookOrWhateverIsChosen() {
        Drop.files(fixture.stage().getScene(), csv);
        driver.says("for");
        driver.column("Picture column", "Das Bild");
        driver.column("Caption column", "Was man sieht");
        driver.says("can be used");
        Fx.run(() -> {
            var targets = root().lookupAll(".import-panel .combo-box").stream()
                    .map(node -> (javafx.scene.control.ComboBox<?>) node)
                    .filter(box -> "What the data is for".equals(box.getAccessibleText()))
                    .findFirst()
                    .orElseThrow();
            assertThat(targets.getItems()).hasSize(3);
            targets.getSelectionModel().select(2);
        });
        driver.says("can be used");
        driver.use();
        assertThat(Fx.call(() -> fixture.window().notebook().cells().stream()
                        .filter(cell -> cell.cellProperty().get().kind() == CellKind.DATA)
                        .count()))
                .isEqualTo(2);
        assertThat(Fx.call(() -> fixture.cellNow("data").cellProperty().get().settings()))
                .containsEntry("image-column", "Das Bild")
                .containsEntry("file", "odd.csv");
    }

    @Test
    void whatCannotBeReadIsSaidInPlaceAndReadAgain() throws IOException {
        Fx.run(() -> fixture.window().notebook().commands().set(new CellId("birds"), Map.of("file", "later.csv")));
        fixture.press("birds", "Choose data");
        driver.says("There is no file “later.csv”");
        Files.writeString(folder.resolve("later.csv"), "image;caption\n5;a red circle\n");
        driver.press("Read again");
        driver.rows(1);
    }
}
