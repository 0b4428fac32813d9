package dev.patchbook.ui.fx;

import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executor;
import java.util.concurrent.TimeUnit;
import javafx.application.Platform;

/**
 * Does something again and again on the JavaFX thread while it is on. None of the toolkit's own timers: one that runs has the
 * window pulse at full rate, whether anything changes or not.
 */
public final class Ticker {
    private final Executor later;
    private final Runnable work;
    private int turn; // an older turn's beat is not this one's

    /** A ticker that is off; so many milliseconds between two beats. */
    public Ticker(long millis, Runnable work) {
        this.later = CompletableFuture.delayedExecutor(millis, TimeUnit.MILLISECONDS, Platform::runLater);
        this.work = work;
    }

    /** Turns it on or off; on the JavaFX thread. */
    public void on(boolean is) {
        turn++;
        if (is) {
            next(turn);
        }
    }

    private void next(int of) {
        later.execute(() -> {
            if (of == turn) {
                work.run();
                next(of);
            }
        });
    }
}
