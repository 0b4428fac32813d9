package dev.patchbook.app;

import dev.patchbook.engine.Engine;
import dev.patchbook.notebook.Notebook;
import dev.patchbook.session.NotebookSession;
import dev.patchbook.session.Places;
import dev.patchbook.store.Untitled;
import dev.patchbook.ui.fx.Appearance;
import dev.patchbook.ui.fx.FilePreferences;
import dev.patchbook.ui.fx.FrameExecutor;
import dev.patchbook.ui.fx.FxExecutor;
import dev.patchbook.ui.fx.Preferences;
import dev.patchbook.ui.fx.SystemTheme;
import dev.patchbook.ui.shell.FileDialogs;
import dev.patchbook.ui.shell.MainWindow;
import dev.patchbook.ui.shell.Workbench;
import dev.patchbook.ui.shell.Workbench.Origin;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Executor;
import java.util.function.Consumer;
import javafx.animation.AnimationTimer;
import javafx.stage.Stage;

/** Wires the window: engine, sessions, preferences, dialogs. On the JavaFX thread. */
final class AppContext {
    private final Engine engine;
    private final Consumer<String> viewer;
    private final Path home;
    private final Preferences preferences;
    private final Executor owner = new FxExecutor();
    private final Executor frame = new FrameExecutor();

    /** Wires with an engine; the viewer shows an address in the system's browser. */
    AppContext(Engine engine, Consumer<String> viewer) {
        this.viewer = viewer;
        this.engine = engine;
        this.home =
                DataFolder.of(System.getProperty("os.name"), Path.of(System.getProperty("user.home")), System.getenv());
        this.preferences = new FilePreferences(FilePreferences.defaultFile());
    }

    /**
     * Opens the window.
     *
     * @param asked the notebook asked for, besides those that were open last
     */
    MainWindow open(Stage stage, Optional<Path> asked) {
        Appearance appearance = new Appearance(preferences);
        appearance.desktop(new SystemTheme()::dark);
        stage.focusedProperty().addListener((observable, was, is) -> {
            if (is) {
                appearance.askDesktop();
            }
        });
        Workbench workbench = new Workbench(
                this::session, engine, appearance, preferences, new FileDialogs(stage, viewer), support());
        MainWindow window = new MainWindow(stage, workbench);
        stage.show();
        afterFirstPicture(() -> {
            List<Untitled.Left> left = Untitled.left(home);
            window.restore(asked);
            window.recover(left);
        });
        return window;
    }

    private static Workbench.Support support() {
        String version = AppContext.class.getPackage().getImplementationVersion();
        return new Workbench.Support(
                version == null ? "(development)" : version,
                Path.of(System.getProperty(LogFolder.PROPERTY, System.getProperty("java.io.tmpdir"))),
                FileManager::show);
    }

    /** The window is there in its colours before notebooks are read. */
    private static void afterFirstPicture(Runnable work) {
        new AnimationTimer() {
            private int pulses;

            @Override
            public void handle(long now) {
                if (++pulses == 2) {
                    stop();
                    work.run();
                }
            }
        }.start();
    }

    private NotebookSession session(Notebook notebook, Origin origin) {
        Places places = origin.file()
                .map(Places::beside)
                .or(origin::places)
                .orElseGet(() -> Untitled.places(home, notebook, origin.folder()));
        return new NotebookSession(engine, notebook, places, owner, frame);
    }
}
