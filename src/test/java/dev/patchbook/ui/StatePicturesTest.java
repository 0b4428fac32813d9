package dev.patchbook.ui;

import static org.assertj.core.api.Assertions.assertThat;

import dev.patchbook.notebook.CellId;
import dev.patchbook.ui.fx.Command;
import dev.patchbook.ui.notebook.CellStatus.Kind;
import dev.patchbook.ui.notebook.NotebookViewModel;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.ContextMenu;
import javafx.scene.control.TextField;
import javafx.scene.input.KeyCode;
import javafx.scene.text.Text;
import javafx.stage.Window;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** The states of cells and what lies over the window, each in a wide window, a narrow one and with large letters, as pictures. */
class StatePicturesTest {
    /** How the window stands. */
    enum Look {
        WIDE(1280, 900, 1),
        NARROW(560, 800, 1),
        LARGE(1280, 900, 2);

        private final double width;
        private final double height;
        private final double scale;

        Look(double width, double height, double scale) {
            this.width = width;
            this.height = height;
            this.scale = scale;
        }

        double width() {
            return width;
        }

        double height() {
            return height;
        }

        double scale() {
            return scale;
        }
    }

    @TempDir
    private Path folder;

    private WindowFixture fixture;
    private NotebookViewModel notebook;
    private Look look;

    private void open(Look is, String text, long delay) {
        look = is;
        fixture = new WindowFixture(new FakeEngine(delay), text, folder, look.width, look.height);
        Fx.run(() -> fixture.appearance().setScale(look.scale));
        notebook = Fx.call(() -> fixture.window().notebook());
        Fx.run(() -> notebook.step(0));
        Fx.pulses(2);
    }

    @AfterEach
    void close() {
        fixture.close();
    }

    private void picture(String name) {
        String full = "state-" + name + "-" + look.name().toLowerCase(Locale.ROOT);
        fixture.picture(full + "-light");
        Fx.run(fixture.appearance()::toggleTheme);
        fixture.picture(full + "-dark");
        Fx.run(fixture.appearance()::toggleTheme);
    }

    private Node root() {
        return fixture.stage().getScene().getRoot();
    }

    private void reveal(String id) {
        Fx.run(() -> notebook.reveal(new CellId(id)));
        Fx.pulses(2);
    }

    private List<String> sentences() {
        return Fx.call(() -> root().lookupAll(".sentence > .text").stream()
                .map(text -> ((Text) text).getText())
                .toList());
    }

    @ParameterizedTest
    @EnumSource
    void ofCells(Look is) {
        open(is, WindowFixture.example(), 4);
        assertThat(sentences()).hasSizeGreaterThan(2).noneMatch(text -> text.contains("…"));
        fixture.run(Command.RUN_ALL);
        fixture.await("first", Kind.RUNNING);
        Fx.until("steps", () -> fixture.cellNow("first").statusProperty().get().share() > 0.02);
        Fx.run(() -> notebook.commands().training().pause(new CellId("first")));
        fixture.await("first", Kind.PAUSED);
        reveal("first");
        picture("paused");
        assertThat(fixture.cell("caption").statusProperty().get().kind()).isEqualTo(Kind.QUEUED);
        reveal("caption");
        picture("queued");
        Fx.run(() -> notebook.commands().interrupt(new CellId("first")));
        fixture.await("caption", Kind.DONE);
        reveal("first");
        picture("stopped");
        reveal("caption");
        picture("done");
        Fx.run(() -> notebook.commands().set(new CellId("small"), Map.of("heads", "2")));
        fixture.await("first", Kind.STALE);
        reveal("small");
        picture("stale");
        Fx.run(() -> notebook.commands().set(new CellId("scenes"), Map.of("file", "missing.csv")));
        Fx.run(() -> notebook.commands().run(new CellId("pieces")));
        fixture.await("scenes", Kind.FAILED);
        reveal("scenes");
        picture("failed");
        reveal("pieces");
        picture("left-the-queue");
    }

    @ParameterizedTest
    @EnumSource
    void ofArranging(Look is) {
        open(is, WindowFixture.example(), 1);
        reveal("small");
        Fx.press(KeyCode.LEFT);
        Fx.chord(List.of(KeyCode.SHIFT), KeyCode.DOWN);
        Fx.chord(List.of(KeyCode.SHIFT), KeyCode.DOWN);
        picture("chosen");
        Fx.run(() -> notebook.step(0));
        reveal("small");
        Fx.press(KeyCode.B);
        picture("kinds");
        assertThat(Fx.call(() -> root().lookup(".kind-chooser"))).isNotNull();
        fixture.run(Command.UNDO);
        reveal("first");
        Fx.run(() -> fixture.frameNow("first").edit());
        Fx.pulses(2);
        Fx.run(() -> fixture.field(fixture.frameNow("first"), "Steps").setText("many"));
        picture("form-wrong");
        reveal("scenes");
        Fx.run(() -> fixture.frameNow("scenes").edit());
        picture("form-data");
        fixture.dialogs().choose(folder.resolve("home").resolve("birds"));
        fixture.press("scenes", "Browse for a folder");
        new ImportDriver(fixture).says("birds");
    }

    @ParameterizedTest
    @EnumSource
    void ofNotices(Look is) throws IOException {
        Path file = Files.writeString(folder.resolve("mine.md"), WindowFixture.example());
        Files.writeString(
                Files.createDirectories(folder.resolve("mine.runs")).resolve("recovery.md"),
                WindowFixture.example().replace("A circle above", "A star above"));
        look = is;
        fixture = WindowFixture.opened(new FakeEngine(1), file, folder, look.width, look.height);
        Fx.run(() -> fixture.appearance().setScale(look.scale));
        picture("recovery");
        fixture.pressButton("Compare");
        picture("compare");
        assertThat(Fx.call(() -> fixture.window().view().getHeight())).isGreaterThan(100);
    }

    private void menu(String name, Runnable open) {
        Fx.run(open);
        Fx.pulses(2);
        Window menu = Fx.call(() -> Window.getWindows().stream()
                .filter(ContextMenu.class::isInstance)
                .findFirst()
                .orElseThrow());
        String full = "state-" + name + "-" + look.name().toLowerCase(Locale.ROOT);
        Fx.picture(Fx.call(() -> menu.getScene().getRoot()), full, 1);
        Fx.run(menu::hide);
    }

    @ParameterizedTest
    @EnumSource
    void ofMenus(Look is) {
        open(is, WindowFixture.example(), 1);
        fixture.run(Command.RUN_ALL);
        fixture.await("caption", Kind.DONE);
        menu("menu", () -> ((Button) root().lookup(".main-menu")).fire());
        reveal("first");
        menu("save-menu", () -> fixture.window().actions().run(Command.EXPORT));
        Fx.run(fixture.appearance()::toggleTheme);
        menu("save-menu-dark", () -> fixture.window().actions().run(Command.EXPORT));
        menu(
                "cell-menu-dark",
                () -> fixture.frameNow("first").lookupAll(".button").stream()
                        .filter(node -> String.valueOf(node.getAccessibleText()).startsWith("More"))
                        .map(Button.class::cast)
                        .findFirst()
                        .orElseThrow()
                        .fire());
    }

    @ParameterizedTest
    @EnumSource
    void ofWhatLiesOver(Look is) {
        open(is, WindowFixture.example(), 1);
        reveal("small");
        fixture.run(Command.PALETTE);
        picture("palette");
        Fx.type(fixture.stage().getScene(), "zzz");
        picture("palette-none");
        Fx.press(KeyCode.ESCAPE);
        fixture.run(Command.KEYS);
        picture("keys");
        Fx.press(KeyCode.ESCAPE);
        fixture.run(Command.FIND);
        picture("find-empty");
        Fx.run(() -> ((TextField) fixture.stage().getScene().getFocusOwner()).setText("small"));
        picture("find");
        Fx.press(KeyCode.ESCAPE);
        fixture.run(Command.TOUR);
        picture("tour");
        Fx.press(KeyCode.ESCAPE);
        fixture.run(Command.START);
        picture("start");
    }
}
