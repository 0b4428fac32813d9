package dev.patchbook.app;

import dev.patchbook.base.UserFacingException;
import dev.patchbook.engine.Engine;
import dev.patchbook.notebook.Notebook;
import dev.patchbook.notebook.NotebookFiles;
import dev.patchbook.notebook.NotebookFormat;
import dev.patchbook.session.NotebookSession;
import dev.patchbook.session.Places;
import dev.patchbook.ui.fx.Appearance;
import dev.patchbook.ui.fx.FilePreferences;
import dev.patchbook.ui.fx.FrameExecutor;
import dev.patchbook.ui.fx.FxExecutor;
import dev.patchbook.ui.fx.Preferences;
import dev.patchbook.ui.shell.FileDialogs;
import dev.patchbook.ui.shell.MainWindow;
import dev.patchbook.ui.shell.Workbench;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.Executor;
import javafx.stage.Stage;
import org.jspecify.annotations.Nullable;

/** Wires the window: engine, sessions, preferences, dialogs. On the JavaFX thread. */
final class AppContext {
    private static final String WELCOME = "/dev/patchbook/assets/examples/welcome.md";

    private final Engine engine;
    private final Path home;
    private final Preferences preferences;
    private final Executor owner = new FxExecutor();
    private final Executor frame = new FrameExecutor();

    AppContext(Engine engine) {
        this.engine = engine;
        this.home =
                DataFolder.of(System.getProperty("os.name"), Path.of(System.getProperty("user.home")), System.getenv());
        this.preferences = new FilePreferences(FilePreferences.defaultFile());
    }

    /**
     * Opens the window.
     *
     * @param asked the notebook asked for; empty: the last one, or the welcome notebook
     */
    MainWindow open(Stage stage, Optional<Path> asked) {
        FileDialogs dialogs = new FileDialogs(stage);
        Workbench workbench =
                new Workbench(this::session, AppContext::welcome, new Appearance(preferences), preferences, dialogs);
        Optional<Path> file = asked.or(this::last);
        Notebook notebook = welcome();
        @Nullable Path opened = null;
        @Nullable UserFacingException failure = null;
        if (file.isPresent()) {
            try {
                notebook = NotebookFiles.open(file.get());
                opened = file.get();
            } catch (UserFacingException e) {
                failure = e;
            }
        }
        MainWindow window = new MainWindow(stage, workbench, notebook, opened);
        stage.show();
        if (failure != null && asked.isPresent()) {
            dialogs.problem(failure.what(), failure.remedy());
        }
        return window;
    }

    private Optional<Path> last() {
        return preferences.get(MainWindow.LAST_NOTEBOOK).map(Path::of).filter(Files::isRegularFile);
    }

    private NotebookSession session(Notebook notebook, Optional<Path> file) {
        Places places = file.map(Places::beside).orElseGet(() -> Places.untitled(home, "welcome"));
        return new NotebookSession(engine, notebook, places, owner, frame);
    }

    private static Notebook welcome() {
        try (InputStream in = Objects.requireNonNull(AppContext.class.getResourceAsStream(WELCOME), WELCOME)) {
            return NotebookFormat.read(new String(in.readAllBytes(), StandardCharsets.UTF_8));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
