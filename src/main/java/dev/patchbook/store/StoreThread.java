package dev.patchbook.store;

import java.time.Duration;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The thread on which one notebook's files are read and written, one thing after another. */
final class StoreThread implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(StoreThread.class);
    private static final Duration PATIENCE = Duration.ofSeconds(30);

    private final ScheduledExecutorService executor = Executors.newSingleThreadScheduledExecutor(work -> {
        Thread thread = new Thread(work, "patchbook-store");
        thread.setDaemon(true);
        return thread;
    });

    /** Does something soon. */
    void run(Runnable work) {
        try {
            executor.execute(guarded(work));
        } catch (RejectedExecutionException e) {
            LOG.debug("too late: the notebook is closed");
        }
    }

    /** Does something after a while. */
    void later(Duration delay, Runnable work) {
        try {
            Future<?> unused = executor.schedule(guarded(work), delay.toMillis(), TimeUnit.MILLISECONDS);
        } catch (RejectedExecutionException e) {
            LOG.debug("too late: the notebook is closed");
        }
    }

    /** Does something again and again. */
    void every(Duration period, Runnable work) {
        long millis = period.toMillis();
        Future<?> unused = executor.scheduleWithFixedDelay(guarded(work), millis, millis, TimeUnit.MILLISECONDS);
    }

    /** One mistake must not end what comes after. */
    private static Runnable guarded(Runnable work) {
        return () -> {
            try {
                work.run();
            } catch (RuntimeException e) {
                LOG.error("the files beside a notebook could not be dealt with", e);
            }
        };
    }

    /** Waits until all that was asked for by now is done. */
    void flush() {
        try {
            executor.submit(() -> {}).get(PATIENCE.toSeconds(), TimeUnit.SECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        } catch (ExecutionException | TimeoutException | RejectedExecutionException e) {
            LOG.warn("the files beside a notebook were not all written in time", e);
        }
    }

    /** Finishes what was asked for; what was to be done later is not done. */
    @Override
    public void close() {
        flush();
        executor.shutdownNow();
    }
}
