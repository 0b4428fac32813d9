package dev.patchbook.ui.fx;

import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.function.Consumer;
import java.util.function.Supplier;
import javafx.application.Platform;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Reads files and the like on a thread of its own, so that the window never waits for a disk. */
public final class Background {
    private static final Logger LOG = LoggerFactory.getLogger(Background.class);
    private static final ExecutorService READER = Executors.newSingleThreadExecutor(work -> {
        Thread thread = new Thread(work, "patchbook-reader");
        thread.setDaemon(true);
        return thread;
    });

    private Background() {}

    /** Works something out elsewhere and hands it on, or why it failed, to the JavaFX thread. */
    public static <T> void run(Supplier<T> work, Consumer<T> then, Consumer<RuntimeException> failed) {
        READER.execute(() -> {
            try {
                T result = work.get();
                Platform.runLater(() -> then.accept(result));
            } catch (RuntimeException e) {
                LOG.info("could not be read", e);
                Platform.runLater(() -> failed.accept(e));
            }
        });
    }
}
