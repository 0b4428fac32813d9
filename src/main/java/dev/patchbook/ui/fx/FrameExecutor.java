package dev.patchbook.ui.fx;

import java.util.Queue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.Executor;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.LongSupplier;
import javafx.application.Platform;

/**
 * Hands work from any thread to the JavaFX thread in batches, one a frame at most: however many events a run sends, the
 * window spends its time on them once between two batches. What comes after a rest is not held back. No timer of the
 * toolkit is used, for one that runs has the window pulse at full rate.
 */
public final class FrameExecutor implements Executor {
    static final long APART = TimeUnit.MILLISECONDS.toNanos(16);

    private final Queue<Runnable> waiting = new ConcurrentLinkedQueue<>();
    private final AtomicBoolean scheduled = new AtomicBoolean();
    private final Later later;
    private final LongSupplier clock;
    private volatile long last;

    /** Has work done on the JavaFX thread after a rest in nanoseconds, or at once where that is not above zero. */
    interface Later {
        void run(Runnable work, long rest);
    }

    /** An executor in the window's time. */
    public FrameExecutor() {
        this(FrameExecutor::later, System::nanoTime);
    }

    FrameExecutor(Later later, LongSupplier clock) {
        this.later = later;
        this.clock = clock;
        this.last = clock.getAsLong() - APART;
    }

    private static void later(Runnable work, long rest) {
        Executor then = rest <= 0
                ? Platform::runLater
                : CompletableFuture.delayedExecutor(rest, TimeUnit.NANOSECONDS, Platform::runLater);
        then.execute(work);
    }

    @Override
    public void execute(Runnable work) {
        waiting.add(work);
        if (scheduled.compareAndSet(false, true)) {
            later.run(this::drain, last + APART - clock.getAsLong());
        }
    }

    private void drain() {
        last = clock.getAsLong();
        scheduled.set(false);
        // Only what waits now: work that hands in more work is taken up in the next batch.
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
