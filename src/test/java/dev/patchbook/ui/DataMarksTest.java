package dev.patchbook.ui;

import static org.assertj.core.api.Assertions.assertThat;

import dev.patchbook.notebook.CellId;
import dev.patchbook.ui.notebook.CellStatus.Kind;
import dev.patchbook.ui.view.RowGrid;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import javafx.css.PseudoClass;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.input.KeyCode;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What is marked at a row's tile, and rows kept from an earlier time. */
class DataMarksTest {
    @TempDir
    private Path folder;

    private WindowFixture fixture;

    @AfterEach
    void close() {
        fixture.close();
    }

    private void run() {
        Fx.run(() -> fixture.window().notebook().commands().run(new CellId("scenes")));
        fixture.await("scenes", Kind.DONE);
        Fx.run(() -> fixture.window().notebook().reveal(new CellId("scenes")));
    }

    private RowGrid grid() {
        return (RowGrid) fixture.frameNow("scenes").lookup(".row-grid");
    }

    private boolean says(String text) {
        return fixture.frameNow("scenes").lookupAll(".label").stream()
                .anyMatch(node -> node instanceof Label label && text.equals(label.getText()) && label.isVisible());
    }

    private List<Node> tiles() {
        return grid().lookupAll(".thumbnail").stream().filter(Node::isVisible).toList();
    }

    private static long marks(Node tile) {
        return tile.lookupAll(".thumbnail-mark").stream()
                .filter(Node::isVisible)
                .count();
    }

    @Test
    void whatIsInBothPartsIsMarkedByBorderSignAndWords() {
        String tail = WindowFixture.example().replaceFirst("(id: scenes\\n)", "$1split: tail\n");
        fixture = new WindowFixture(new FakeEngine(1), tail, folder, 1100, 800);
        run();
        Fx.until("rows", () -> says("1,999 rows") && tiles().size() > 8);
        fixture.picture("data-marks-light");
        Fx.run(fixture.appearance()::toggleTheme);
        fixture.picture("data-marks-dark");
        assertThat(Fx.call(() -> tiles().stream()
                        .filter(tile -> tile.getPseudoClassStates().contains(PseudoClass.getPseudoClass("validation")))
                        .allMatch(tile -> marks(tile) == 1)))
                .isTrue();
        Fx.focus(Fx.call(this::grid));
        Fx.press(KeyCode.HOME);
        assertThat(Fx.call(() -> grid().getAccessibleText()))
                .startsWith("validation 0, row 1, picture both in training and in validation: ");
        fixture.toggle(fixture.frame("scenes"), "Look at: Pictures");
        Fx.pulses(2);
        fixture.pressText("scenes", "Show pictures in both parts");
        Fx.until("those in both", () -> says("10 of 1,999 rows"));
        Fx.press(KeyCode.END);
        assertThat(Fx.call(() -> grid().selected())).isEqualTo(9);
    }

    @Test
    void rowsOfAnEarlierTimeAreShownAsSuchUntilTheDataIsReadAgain() throws IOException {
        Path file = Files.writeString(folder.resolve("mine.md"), WindowFixture.example());
        fixture = WindowFixture.opened(new FakeEngine(1), file, folder, 1100, 800);
        run();
        Fx.until("kept", () -> Files.exists(folder.resolve("mine.runs/outputs/scenes.json")));
        fixture.close();
        fixture = WindowFixture.opened(new FakeEngine(1), file, folder, 1100, 800);
        fixture.await("scenes", Kind.DONE);
        Fx.until("examples", () -> says("32 of 1,999 rows, kept from an earlier time"));
        Fx.focus(Fx.call(this::grid));
        Fx.press(KeyCode.HOME, KeyCode.ENTER);
        Fx.until("no steps", () -> says("Run the cell to see each step of its way to the tensor."));
        fixture.picture("data-earlier");
        fixture.pressText("scenes", "Read the data again");
        Fx.until("all rows", () -> says("1,999 rows"));
    }
}
