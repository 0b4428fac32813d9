package dev.patchbook.ui.fx;

import java.util.concurrent.Executor;
import javafx.application.Platform;

/** Runs work on the JavaFX thread: at once where that is the thread asking. */
public final class FxExecutor implements Executor {
    @Override
    public void execute(Runnable work) {
        if (Platform.isFxApplicationThread()) {
            work.run();
        } else {
            Platform.runLater(work);
        }
    }
}
