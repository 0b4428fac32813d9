package dev.patchbook.ui;

import static org.assertj.core.api.Assertions.assertThat;

import dev.patchbook.notebook.CellId;
import dev.patchbook.ui.fx.Command;
import dev.patchbook.ui.notebook.CellStatus.Kind;
import dev.patchbook.ui.view.CaptionChips;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;
import javafx.scene.Node;
import javafx.scene.control.ContextMenu;
import javafx.scene.control.Labeled;
import javafx.scene.control.MenuItem;
import javafx.scene.input.KeyCode;
import javafx.stage.Window;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Closer looks in the window: asked for when their view is opened, followed, stopped, asked for again. */
class InsideTest {
    private static final String NOTEBOOK = """
            ---
            patchbook: 1
            title: Inside
            ---

            ```patchbook data
            id: scenes
            file: sample:scenes
            ```

            ```patchbook model
            id: small
            ```

            ```patchbook patches
            id: cut
            view: filters
            ```

            ```patchbook attention
            id: look
            ```

            ```patchbook images
            id: all
            ```
            """;

    @TempDir
    private Path folder;

    private WindowFixture fixture;

    @AfterEach
    void close() {
        fixture.close();
    }

    private void open(long delay) {
        fixture = new WindowFixture(new FakeEngine(delay), NOTEBOOK, folder, 1100, 900);
    }

    private void run(String cell) {
        Fx.run(() -> fixture.window().notebook().commands().run(new CellId(cell)));
        fixture.await(cell, Kind.DONE);
    }

    private void view(String cell, String view) {
        Fx.run(() -> fixture.window().notebook().commands().set(new CellId(cell), Map.of("view", view)));
    }

    private boolean shows(String cell, String style) {
        return fixture.frameNow(cell).lookupAll("." + style).stream().anyMatch(InsideTest::seen);
    }

    private static boolean seen(Node node) {
        for (Node each = node; each != null; each = each.getParent()) {
            if (!each.isVisible()) {
                return false;
            }
        }
        return true;
    }

    private List<String> texts(String cell) {
        return fixture.frameNow(cell).lookupAll(".label").stream()
                .filter(InsideTest::seen)
                .map(label -> Objects.requireNonNullElse(((Labeled) label).getText(), ""))
                .toList();
    }

    @Test
    void eachViewIsFilledWhenItIsOpened() {
        open(1);
        run("cut");
        Fx.until("filters", () -> shows("cut", "filter-canvas"));
        view("cut", "nearest");
        Fx.until("nearest characters", () -> texts("cut").stream().anyMatch(text -> text.startsWith("cosine")));
        fixture.pressText("cut", "Count over the validation pictures");
        Fx.until("counts", () -> texts("cut").stream().anyMatch(text -> text.contains("different")));
        view("cut", "lab");
        Fx.until("the lab", () -> texts("cut").contains("as it was made, it writes"));
        run("look");
        view("look", "characters");
        Fx.until("lanes", () -> shows("look", "caption-chips"));
        view("look", "lens");
        Fx.until("the lens", () -> shows("look", "lens-matrix"));
    }

    /** What was looked at closer is there at once when the notebook is opened again, with no model in memory. */
    @Test
    void whatWasLookedAtCloserIsKeptWithTheNotebook() throws IOException {
        Path file = Files.writeString(folder.resolve("mine.md"), NOTEBOOK.replace("view: filters", "view: nearest"));
        fixture = WindowFixture.opened(new FakeEngine(1), file, folder, 1100, 900);
        run("cut");
        Fx.until("nearest characters", () -> texts("cut").stream().anyMatch(text -> text.startsWith("cosine")));
        fixture.pressText("cut", "Count over the validation pictures");
        Fx.until("counts", () -> texts("cut").stream().anyMatch(text -> text.contains("different")));
        view("cut", "lab");
        Fx.until("the lab", () -> texts("cut").contains("as it was made, it writes"));
        Fx.focus(fixture.frameNow("cut").lookup(".lab-pane .patch-canvas"));
        Fx.press(KeyCode.HOME, KeyCode.SPACE);
        Fx.until("one covered", () -> texts("cut").stream().anyMatch(text -> text.startsWith("1 patch of")));
        run("look");
        view("look", "lens");
        Fx.until("the lens", () -> shows("look", "lens-matrix"));
        view("look", "characters");
        Fx.until("lanes", () -> shows("look", "caption-chips"));
        run("all");
        Fx.run(() -> fixture.window().notebook().commands().set(new CellId("all"), Map.of("method", "tsne")));
        Fx.until("t-SNE", () -> texts("all").stream().anyMatch(text -> text.startsWith("t-SNE (")));
        fixture.run(Command.SAVE);
        fixture.close();
        fixture = WindowFixture.opened(new FakeEngine(1), file, folder, 1100, 900);
        fixture.await("cut", Kind.DONE);
        fixture.await("all", Kind.DONE);
        Fx.until("the lab again", () -> texts("cut").stream().anyMatch(text -> text.startsWith("1 patch of")));
        view("cut", "nearest");
        Fx.until("counts again", () -> texts("cut").stream().anyMatch(text -> text.contains("different")));
        assertThat(Fx.call(() -> texts("cut"))).anyMatch(text -> text.startsWith("cosine"));
        Fx.until("lanes again", () -> shows("look", "caption-chips"));
        view("look", "lens");
        Fx.until("the lens again", () -> shows("look", "lens-matrix"));
        Fx.until("t-SNE again", () -> texts("all").stream().anyMatch(text -> text.startsWith("t-SNE (")));
        assertThat(Fx.call(() -> fixture.window().notebook().commands().look(new CellId("cut"))))
                .as("a model in memory")
                .isEmpty();
    }

    @Test
    void aPictureOfTheMapIsOpenedByKeysAndLookedAtInAnotherCell() {
        open(1);
        run("all");
        Fx.until("the map", () -> texts("all").stream().anyMatch(text -> text.startsWith("First two principal")));
        Fx.focus(fixture.frameNow("all").lookup(".scatter-canvas"));
        Fx.press(KeyCode.HOME, KeyCode.RIGHT, KeyCode.ENTER);
        Fx.until(
                "its caption",
                () -> texts("all").contains("the model writes") && !written().isEmpty());
        assertThat(Fx.call(this::written)).isEqualTo(FakePictures.caption(FakePictures.number("validation 1")));
        Fx.focus(fixture.frameNow("all").lookupAll(".opened-picture .button").stream()
                .filter(button -> "Look at it in cut".equals(((Labeled) button).getText()))
                .findFirst()
                .orElseThrow());
        Fx.press(KeyCode.SPACE);
        assertThat(fixture.cell("cut").cellProperty().get().settings()).containsEntry("image", "validation 1");
        Fx.run(() -> fixture.window().notebook().commands().set(new CellId("all"), Map.of("method", "tsne")));
        Fx.until("t-SNE", () -> texts("all").stream().anyMatch(text -> text.startsWith("t-SNE (")));
    }

    @Test
    void theMapIsSavedAsAPictureAndATableByKey() {
        open(1);
        run("all");
        Fx.until("the map", () -> texts("all").stream().anyMatch(text -> text.startsWith("First two principal")));
        Fx.run(() -> fixture.window().notebook().reveal(new CellId("all")));
        Fx.focus(fixture.frameNow("all"));
        Fx.press(KeyCode.E);
        Fx.until("the menu", () -> menus().findFirst().isPresent());
        assertThat(Fx.call(() -> menus().flatMap(menu -> menu.getItems().stream())
                        .map(MenuItem::getText)
                        .filter(Objects::nonNull)
                        .toList()))
                .containsExactly("Map of pictures", "Pictures along two principal components");
    }

    private static Stream<ContextMenu> menus() {
        return Window.getWindows().stream()
                .filter(ContextMenu.class::isInstance)
                .map(ContextMenu.class::cast)
                .filter(Window::isShowing);
    }

    private String written() {
        return ((Labeled) fixture.frameNow("all").lookup(".opened-written")).getText();
    }

    @Test
    void aLongLookIsStoppedAndBegunAgain() {
        open(200);
        run("look");
        view("look", "characters");
        Fx.until("progress", () -> texts("look").stream().anyMatch(text -> text.startsWith("covering patches")));
        fixture.pressText("look", "Cancel");
        Fx.until("stopped", () -> texts("look").contains("Stopped."));
        fixture.pressText("look", "Compute");
        Fx.until("progress again", () -> texts("look").stream().anyMatch(text -> text.startsWith("covering patches")));
        assertThat(Fx.call(() -> shows("look", "caption-chips"))).isFalse();
    }

    @Test
    void theCharactersAreGoneThroughUntilHeldOrTheEnd() {
        open(0);
        run("look");
        view("look", "characters");
        Fx.until("lanes", () -> shows("look", "caption-chips"));
        CaptionChips chips =
                Fx.call(() -> (CaptionChips) fixture.frameNow("look").lookup(".caption-chips"));
        fixture.pressText("look", "Play");
        Fx.until("the third", () -> chips.selected() > 1);
        fixture.pressText("look", "Pause");
        int held = Fx.call(chips::selected);
        fixture.toggle(fixture.frame("look"), "pace: fast");
        fixture.pressText("look", "Play");
        Fx.until(
                "the end",
                () -> chips.selected() > held && texts("look").stream().noneMatch("Pause"::equals));
        Fx.until(
                "it ended by itself",
                () -> fixture.frameNow("look").lookupAll(".button").stream()
                        .anyMatch(button -> "Play".equals(((Labeled) button).getText())));
        Fx.until("the last one", () -> chips.getAccessibleText().contains("<end>"));
    }
}
