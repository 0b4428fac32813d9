package dev.patchbook.ui;

import dev.patchbook.engine.Engine;
import dev.patchbook.notebook.CellId;
import dev.patchbook.notebook.NotebookFormat;
import dev.patchbook.session.NotebookSession;
import dev.patchbook.session.Places;
import dev.patchbook.store.Untitled;
import dev.patchbook.ui.fx.Appearance;
import dev.patchbook.ui.fx.Command;
import dev.patchbook.ui.fx.Dialogs;
import dev.patchbook.ui.fx.Fonts;
import dev.patchbook.ui.fx.FrameExecutor;
import dev.patchbook.ui.fx.FxExecutor;
import dev.patchbook.ui.fx.MemoryPreferences;
import dev.patchbook.ui.fx.Preferences;
import dev.patchbook.ui.notebook.CellFrame;
import dev.patchbook.ui.notebook.CellStatus;
import dev.patchbook.ui.notebook.CellViewModel;
import dev.patchbook.ui.shell.MainWindow;
import dev.patchbook.ui.shell.Workbench;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Predicate;
import javafx.event.Event;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Labeled;
import javafx.scene.control.TextField;
import javafx.scene.control.ToggleButton;
import javafx.stage.Stage;
import javafx.stage.WindowEvent;

/** The real window over an engine, without a display. */
public final class WindowFixture implements AutoCloseable {
    private final Stage stage;
    private final MainWindow window;
    private final Appearance appearance;
    private final FakeDialogs dialogs = new FakeDialogs();
    private final Engine engine;

    /** Opens the window on a notebook's text. */
    public WindowFixture(Engine engine, String notebook, Path folder, double width, double height) {
        this(
                engine,
                folder,
                new MemoryPreferences(),
                new double[] {width, height},
                window -> window.show(NotebookFormat.read(notebook)));
    }

    /** Opens the window as the program does at its start. */
    public static WindowFixture started(Engine engine, Path folder, Preferences preferences, double... size) {
        return new WindowFixture(engine, folder, preferences, size, window -> window.restore(Optional.empty()));
    }

    private WindowFixture(
            Engine engine, Path folder, Preferences preferences, double[] size, Consumer<MainWindow> opening) {
        this.engine = engine;
        Fx.start();
        Fonts.load();
        this.appearance = new Appearance(preferences);
        this.stage = Fx.call(Stage::new);
        this.window = Fx.call(() -> {
            Workbench.Sessions sessions = (opened, origin) -> new NotebookSession(
                    engine,
                    opened,
                    origin.file()
                            .map(Places::beside)
                            .or(origin::places)
                            .orElseGet(() -> Untitled.places(folder.resolve("home"), opened, origin.folder())),
                    new FxExecutor(),
                    new FrameExecutor());
            Workbench.Support support = new Workbench.Support("test", folder, shown -> false);
            MainWindow made =
                    new MainWindow(stage, new Workbench(sessions, engine, appearance, preferences, dialogs, support));
            stage.setX(0);
            stage.setY(0);
            stage.setWidth(size[0]);
            stage.setHeight(size[1]);
            stage.show();
            opening.accept(made);
            return made;
        });
        Fx.pulses(3);
    }

    /** A notebook with one cell of each kind and notes between them. */
    public static String example() {
        return ExampleNotebook.TEXT;
    }

    /** The window. */
    public MainWindow window() {
        return window;
    }

    /** Runs a command of the window. */
    public void run(Command command) {
        Fx.run(() -> {
            if (!window.actions().run(command)) {
                throw new AssertionError(command + " cannot be run now");
            }
        });
    }

    /** Deletes a cell. */
    public void delete(String id) {
        Fx.run(() -> {
            window.notebook().select(new CellId(id));
            window.notebook().commands().cells().delete();
        });
    }

    /** The stage. */
    public Stage stage() {
        return stage;
    }

    /** Theme and letters. */
    public Appearance appearance() {
        return appearance;
    }

    /** What answers questions. */
    public FakeDialogs dialogs() {
        return dialogs;
    }

    /** What is shown of a cell. */
    public CellViewModel cell(String id) {
        return Fx.call(() -> cellNow(id));
    }

    /** What is shown of a cell; on the JavaFX thread. */
    public CellViewModel cellNow(String id) {
        return window.notebook().cell(new CellId(id)).orElseThrow();
    }

    /** The frame of a cell. */
    public CellFrame frame(String id) {
        return Fx.call(() -> window.view().frame(new CellId(id)).orElseThrow());
    }

    /** The frame of a cell; on the JavaFX thread. */
    public CellFrame frameNow(String id) {
        return window.view().frame(new CellId(id)).orElseThrow();
    }

    /** Waits until a cell is in a state. */
    public void await(String id, CellStatus.Kind kind) {
        CellViewModel cell = cell(id);
        Fx.until(
                id + " to be " + kind + ", not " + cell.statusProperty().get(),
                () -> cell.statusProperty().get().kind() == kind);
    }

    /** Presses the button of a cell whose accessible text begins so. */
    public void press(String id, String accessible) {
        press(id, button -> String.valueOf(button.getAccessibleText()).startsWith(accessible), accessible);
    }

    /** Presses the button of a cell with this text. */
    public void pressText(String id, String text) {
        press(id, button -> text.equals(button.getText()), text);
    }

    private void press(String id, Predicate<Button> wanted, String name) {
        CellFrame frame = frame(id);
        Fx.run(() -> window.notebook().reveal(new CellId(id)));
        Fx.pulses(2);
        Button button = Fx.call(() -> frame.lookupAll(".button").stream()
                .filter(Button.class::isInstance)
                .map(Button.class::cast)
                .filter(WindowFixture::shown)
                .filter(wanted)
                .findFirst()
                .orElseThrow(() -> new AssertionError("no button “" + name + "” in " + id)));
        Fx.click(button);
    }

    private static boolean shown(Node node) {
        for (Node each = node; each != null; each = each.getParent()) {
            if (!each.isVisible()) {
                return false;
            }
        }
        return true;
    }

    /** Every text that can be read in a node. */
    public List<String> texts(Node node) {
        return Fx.call(() -> node.lookupAll(".label").stream()
                .filter(WindowFixture::shown)
                .filter(Labeled.class::isInstance)
                .map(label -> ((Labeled) label).getText())
                .filter(Objects::nonNull)
                .toList());
    }

    /** The text field of a form with this name; on the JavaFX thread. */
    public TextField field(Node node, String name) {
        return node.lookupAll(".text-field").stream()
                .map(TextField.class::cast)
                .filter(field -> name.equals(field.getAccessibleText()))
                .findFirst()
                .orElseThrow(() -> new AssertionError("no field " + name));
    }

    /** Chooses one of a few words in a form by its accessible text. */
    public void toggle(Node node, String accessible) {
        Fx.run(() -> node.lookupAll(".toggle-button").stream()
                .map(ToggleButton.class::cast)
                .filter(button -> accessible.equals(button.getAccessibleText()))
                .findFirst()
                .orElseThrow(() -> new AssertionError("no choice " + accessible))
                .fire());
    }

    /** Pictures of the whole window in both themes. */
    public void pictures(String name) {
        picture(name + "-light");
        Fx.run(appearance()::toggleTheme);
        picture(name + "-dark");
        Fx.run(appearance()::toggleTheme);
    }

    /** Pictures of a cell in both themes. */
    public void pictures(String cell, String name) {
        for (String theme : List.of("light", "dark")) {
            Fx.pulses(2);
            Fx.picture(frame(cell), name + "-" + theme, 1);
            Fx.run(appearance()::toggleTheme);
        }
    }

    /** A picture of the whole window. */
    public void picture(String name) {
        Fx.pulses(2);
        Fx.picture(stage.getScene().getRoot(), name, 1);
    }

    /** Opens the window on a notebook's file. */
    public static WindowFixture opened(Engine engine, Path file, Path folder, double... size) {
        return new WindowFixture(
                engine, folder, new MemoryPreferences(), size, window -> window.restore(Optional.of(file)));
    }

    /** Presses the button with this text anywhere in the window. */
    public void pressButton(String text) {
        Fx.pulses(1); // what came a moment ago has no place yet
        Button button = Fx.call(() -> stage.getScene().getRoot().lookupAll(".button").stream()
                .filter(Button.class::isInstance)
                .map(Button.class::cast)
                .filter(WindowFixture::shown)
                .filter(each -> text.equals(each.getText()))
                .findFirst()
                .orElseThrow(() -> new AssertionError("no button “" + text + "”")));
        Fx.click(button);
    }

    /** Whether a text that begins so can be read anywhere in the window. */
    public boolean says(String beginning) {
        return texts(stage.getScene().getRoot()).stream().anyMatch(text -> text.startsWith(beginning));
    }

    /** Gives up what is not saved, stops what runs, and closes the window with all that is open in it. */
    @Override
    public void close() {
        dialogs.answer(Dialogs.Unsaved.DISCARD);
        dialogs.answerStop(true);
        Fx.run(() -> {
            Event.fireEvent(stage, new WindowEvent(stage, WindowEvent.WINDOW_CLOSE_REQUEST));
            stage.close();
        });
        engine.close();
    }
}
