package dev.patchbook.ui.fx;

import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.Executor;
import java.util.concurrent.atomic.AtomicBoolean;
import javafx.animation.AnimationTimer;
import javafx.application.Platform;

/**
 * Hands work from any thread to the JavaFX thread in batches, at most one a frame: however many events a run sends, the
 * window spends its time on them once between two pictures.
 */
public final class FrameExecutor implements Executor {
    private final Queue<Runnable> waiting = new ConcurrentLinkedQueue<>();
    private final AtomicBoolean scheduled = new AtomicBoolean();
    private final AnimationTimer timer = new AnimationTimer() {
        @Override
        public void handle(long now) {
            drain();
        }
    };

    /** Creates an executor; on the JavaFX thread. */
    public FrameExecutor() {}

    @Override
    public void execute(Runnable work) {
        waiting.add(work);
        if (scheduled.compareAndSet(false, true)) {
            Platform.runLater(timer::start);
        }
    }

    private void drain() {
        timer.stop();
        scheduled.set(false);
        // Only what waits now: work that hands in more work is taken up at the next frame.
        for (int left = waiting.size(); left > 0; left--) {
            Runnable work = waiting.poll();
            if (work == null) {
                return;
            }
            run(work);
        }
    }

    private static void run(Runnable work) {
        try {
            work.run();
        } catch (RuntimeException e) {
            Thread thread = Thread.currentThread();
            thread.getUncaughtExceptionHandler().uncaughtException(thread, e);
        }
    }
}
