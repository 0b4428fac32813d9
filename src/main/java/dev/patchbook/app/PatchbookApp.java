package dev.patchbook.app;

import dev.patchbook.base.Console;
import dev.patchbook.engine.Engine;
import dev.patchbook.ui.fx.Fonts;
import dev.patchbook.ui.fx.PulseMeter;
import java.io.InputStream;
import java.nio.file.Path;
import java.util.Optional;
import java.util.function.Supplier;
import javafx.application.Application;
import javafx.scene.image.Image;
import javafx.stage.Stage;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The window as a JavaFX application. Started by {@link #open}, never as a main class. */
public final class PatchbookApp extends Application {
    private static final Logger LOG = LoggerFactory.getLogger(PatchbookApp.class);
    private static final int[] ICONS = {16, 32, 64, 256};

    /** JavaFX makes the application itself, so what it needs waits here. */
    private static volatile @Nullable Opening opening;

    private @Nullable Engine engine;

    private record Opening(Supplier<Engine> engine, Optional<Path> notebook) {}

    /** Opens the window and returns when it is closed; the engine is made once and closed with it. */
    public static void open(Supplier<Engine> engine, Optional<Path> notebook) {
        opening = new Opening(engine, notebook);
        launch(PatchbookApp.class);
    }

    @Override
    public void start(Stage stage) {
        Opening what = opening;
        if (what == null) {
            throw new IllegalStateException("the window is opened through PatchbookApp.open");
        }
        Thread.currentThread()
                .setUncaughtExceptionHandler((thread, e) -> LOG.error("an action of the window failed", e));
        Fonts.load();
        icons(stage);
        Engine made = what.engine().get();
        engine = made;
        new AppContext(made, getHostServices()::showDocument).open(stage, what.notebook());
        if (Boolean.getBoolean("patchbook.pulse")) {
            PulseMeter.report(Console.err()::println);
        }
    }

    private static void icons(Stage stage) {
        for (int size : ICONS) {
            InputStream in =
                    PatchbookApp.class.getResourceAsStream("/dev/patchbook/assets/icon/patchbook-" + size + ".png");
            if (in != null) {
                stage.getIcons().add(new Image(in));
            }
        }
    }

    @Override
    public void stop() {
        Engine made = engine;
        if (made != null) {
            made.close();
        }
    }
}
