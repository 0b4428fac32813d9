package dev.patchbook.ui;

import static org.assertj.core.api.Assertions.assertThat;

import dev.patchbook.notebook.CellId;
import dev.patchbook.notebook.CellKind;
import dev.patchbook.ui.notebook.CellStatus.Kind;
import dev.patchbook.ui.notebook.CellViewModel;
import dev.patchbook.ui.notebook.NotebookViewModel;
import java.nio.file.Path;
import java.util.List;
import javafx.scene.control.Button;
import javafx.scene.control.ContextMenu;
import javafx.scene.control.TextArea;
import javafx.scene.input.Clipboard;
import javafx.scene.input.KeyCode;
import javafx.stage.Window;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What can be done with cells, by keys alone. */
class CellKeysTest {
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

    private List<String> ids() {
        return Fx.call(
                () -> notebook.cells().stream().map(cell -> cell.id().text()).toList());
    }

    private String current() {
        return Fx.call(() -> String.valueOf(notebook.currentProperty().get()));
    }

    private void go(String id) {
        Fx.run(() -> notebook.reveal(new CellId(id)));
        Fx.pulses(1);
    }

    private CellKind kind(String id) {
        return fixture.cell(id).cellProperty().get().kind();
    }

    @Test
    void aCutCellPastedBackHasItsOutput() {
        List<String> before = ids();
        go("scenes");
        Fx.chord(List.of(KeyCode.CONTROL), KeyCode.ENTER);
        fixture.await("scenes", Kind.DONE);
        Fx.press(KeyCode.X);
        assertThat(ids()).doesNotContain("scenes");
        assertThat(Fx.call(() -> Clipboard.getSystemClipboard().getString()))
                .startsWith("```patchbook data\nid: scenes");
        Fx.press(KeyCode.K, KeyCode.V);
        assertThat(ids()).isEqualTo(before);
        assertThat(current()).isEqualTo("scenes");
        fixture.await("scenes", Kind.DONE);
        assertThat(fixture.cell("scenes").outputProperty().get()).isNotNull();
    }

    @Test
    void copiesGetFreeNamesAndFollowTheirOwnLinks() {
        go("small");
        Fx.chord(List.of(KeyCode.SHIFT), KeyCode.DOWN);
        Fx.chord(List.of(KeyCode.SHIFT), KeyCode.DOWN);
        assertThat(Fx.call(() -> notebook.selection().stream().map(CellId::text)))
                .endsWith("first");
        Fx.press(KeyCode.C);
        go("caption");
        Fx.chord(List.of(KeyCode.SHIFT), KeyCode.V);
        assertThat(ids()).containsSubsequence("small-2", "first-2", "caption");
        assertThat(fixture.cell("first-2").linksProperty().get().from()).containsExactly(new CellId("small-2"));
        Fx.press(KeyCode.Z);
        assertThat(ids()).doesNotContain("small-2");
        Fx.chord(List.of(KeyCode.SHIFT), KeyCode.Z);
        assertThat(ids()).contains("small-2");
    }

    @Test
    void severalCellsAreDeletedMovedAndComeBack() {
        List<String> before = ids();
        go("pieces");
        Fx.chord(List.of(KeyCode.SHIFT), KeyCode.J);
        Fx.press(KeyCode.D, KeyCode.D);
        assertThat(ids()).doesNotContain("pieces", "looks");
        Fx.press(KeyCode.Z);
        assertThat(ids()).isEqualTo(before);
        go("pieces");
        Fx.chord(List.of(KeyCode.SHIFT), KeyCode.DOWN);
        Fx.chord(List.of(KeyCode.ALT), KeyCode.DOWN);
        assertThat(ids()).endsWith("caption", "pieces", "looks");
        Fx.chord(List.of(KeyCode.CONTROL, KeyCode.SHIFT), KeyCode.UP);
        assertThat(ids()).isEqualTo(before);
    }

    @Test
    void aNewCellAsksForItsKindAndBuildsOnTheNearest() {
        go("small");
        Fx.press(KeyCode.B, KeyCode.T);
        assertThat(current()).isEqualTo("train");
        assertThat(fixture.cell("train").cellProperty().get().from()).containsExactly(new CellId("small"));
        Fx.press(KeyCode.Z);
        assertThat(ids()).as("one step").doesNotContain("train");
        go("first");
        Fx.press(KeyCode.B, KeyCode.I);
        assertThat(kind(current())).isEqualTo(CellKind.IMAGES);
        assertThat(fixture.cell("images").cellProperty().get().from()).containsExactly(new CellId("first"));
        Fx.press(KeyCode.Z);
        go("scenes");
        Fx.press(KeyCode.A, KeyCode.RIGHT, KeyCode.RIGHT, KeyCode.ENTER);
        assertThat(kind(current())).isEqualTo(CellKind.MODEL);
        Fx.chord(List.of(KeyCode.ALT), KeyCode.ENTER);
        Fx.press(KeyCode.ENTER);
        assertThat(Fx.call(() -> fixture.stage().getScene().getFocusOwner())).isInstanceOf(TextArea.class);
    }

    @Test
    void anEmptyCellBecomesANoteAndAWrittenOneSaysWhyNot() {
        go("scenes");
        Fx.press(KeyCode.B, KeyCode.M);
        assertThat(current()).isEqualTo("model");
        Fx.press(KeyCode.M);
        assertThat(kind(current())).isEqualTo(CellKind.NOTE);
        Fx.press(KeyCode.Y, KeyCode.S);
        assertThat(kind(current())).isEqualTo(CellKind.SAMPLE);
        go("scenes");
        Fx.press(KeyCode.M);
        assertThat(kind("scenes")).isEqualTo(CellKind.DATA);
        assertThat(fixture.cell("scenes").noticeProperty().get()).contains("Only an empty cell");
    }

    @Test
    void cellsAreFoldedAndLinksFollowed() {
        go("first");
        Fx.press(KeyCode.LEFT);
        assertThat(fixture.cell("first").collapsedProperty().get()).isTrue();
        assertThat(Fx.call(
                        () -> fixture.frameNow("first").lookup(".cell-output").isVisible()))
                .isFalse();
        assertThat(Fx.call(notebook::collapsed)).containsExactly(new CellId("first"));
        Fx.press(KeyCode.RIGHT, KeyCode.O);
        assertThat(fixture.cell("first").outputHiddenProperty().get()).isTrue();
        Fx.press(KeyCode.O, KeyCode.U);
        assertThat(current()).isEqualTo("small");
        assertThat(fixture.cell("scenes").relationProperty().get()).isEqualTo(CellViewModel.Relation.FEEDS);
        assertThat(fixture.cell("looks").relationProperty().get()).isEqualTo(CellViewModel.Relation.USES);
        Fx.press(KeyCode.N, KeyCode.N);
        assertThat(current()).isEqualTo("pieces");
        assertThat(fixture.texts(fixture.stage().getScene().getRoot())).contains("feeds it");
    }

    @Test
    void runsAboveBelowAgainAndStops() {
        go("first");
        Fx.chord(List.of(KeyCode.CONTROL, KeyCode.ALT), KeyCode.UP);
        fixture.await("small", Kind.DONE);
        assertThat(fixture.cell("first").statusProperty().get().kind()).isEqualTo(Kind.IDLE);
        Fx.chord(List.of(KeyCode.CONTROL), KeyCode.ENTER);
        Fx.until(
                "the first steps",
                () -> fixture.cellNow("first").statusProperty().get().share() > 0);
        Fx.press(KeyCode.HOME, KeyCode.G);
        assertThat(current()).isEqualTo("first");
        Fx.press(KeyCode.I, KeyCode.I);
        fixture.await("first", Kind.DONE);
        assertThat(fixture.cell("first").statusProperty().get().word()).startsWith("stopped");
        Fx.press(KeyCode.DIGIT0, KeyCode.DIGIT0);
        Fx.until("a fresh start", () -> fixture.cellNow("small").countProperty().get() == 2);
        fixture.await("small", Kind.DONE);
    }

    @Test
    void aDanglingNameHasAWayOut() {
        fixture.delete("small");
        assertThat(fixture.cell("first").failureProperty().get().what()).contains("small");
        go("first");
        fixture.pressText("first", "Choose another");
        choose("Add a model cell above");
        assertThat(ids()).contains("model");
        go("first");
        fixture.pressText("first", "Choose another");
        choose("from model");
        Fx.until(
                "it builds on it",
                () -> fixture.cellNow("first").failureProperty().get() == null);
        assertThat(fixture.cell("first").cellProperty().get().from()).containsExactly(new CellId("model"));
    }

    private static void choose(String item) {
        Fx.run(() -> Window.getWindows().stream()
                .filter(ContextMenu.class::isInstance)
                .flatMap(menu -> ((ContextMenu) menu).getItems().stream())
                .filter(each -> item.equals(each.getText()))
                .findFirst()
                .orElseThrow(() -> new AssertionError("no " + item))
                .fire());
        Fx.press(KeyCode.ESCAPE);
    }

    @Test
    void aPillLeadsToTheCellItNames() {
        go("small");
        Button pill = Fx.call(() -> (Button) fixture.frameNow("small").lookup(".origin"));
        assertThat(pill.getText()).isEqualTo("from scenes");
        Fx.focus(pill);
        Fx.press(KeyCode.SPACE);
        assertThat(current()).isEqualTo("scenes");
    }
}
