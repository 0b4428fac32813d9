package dev.patchbook.cli;

import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

/**
 * While open, the process's end (Ctrl+C, a closed terminal, a kill) first asks the work to stop and waits until it has:
 * a run stops between two steps and still writes its checkpoint.
 */
final class StopOnInterrupt implements AutoCloseable {
    private static final long PATIENCE_SECONDS = 120;

    private final CountDownLatch done = new CountDownLatch(1);
    private final Thread hook;

    /**
     * Begins to watch.
     *
     * @param stop asks the work to stop; called on another thread
     */
    StopOnInterrupt(Runnable stop) {
        this.hook = new Thread(() -> interrupted(stop), "patchbook-interrupt");
        Runtime.getRuntime().addShutdownHook(hook);
    }

    /** What happens when the process is asked to end. */
    void interrupted(Runnable stop) {
        stop.run();
        try {
            if (!done.await(PATIENCE_SECONDS, TimeUnit.SECONDS)) {
                return; // something hangs; the process must end all the same
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    @Override
    public void close() {
        done.countDown();
        try {
            Runtime.getRuntime().removeShutdownHook(hook);
        } catch (IllegalStateException e) {
            // The process is ending: the hook is what waits for this very call.
        }
    }
}
