package dev.patchbook.engine.local;

import dev.patchbook.base.CancelledException;
import java.time.Duration;
import java.util.Optional;
import java.util.function.Supplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The one thread that owns every native array, and its queue. */
final class EngineThread implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(EngineThread.class);

    /** A training goes on even where somebody looks all the time. */
    private static final int MOST_BETWEEN_STEPS = 8;

    private final JobQueue queue = new JobQueue();
    private final Runnable atEnd;
    private final Duration patience;
    private final Thread thread;
    private volatile Optional<LocalJob<?>> current = Optional.empty();

    /**
     * Starts the thread.
     *
     * @param name for the log
     * @param atEnd what it does last
     * @param patience how long closing waits for it
     */
    EngineThread(String name, Runnable atEnd, Duration patience) {
        this.atEnd = atEnd;
        this.patience = patience;
        this.thread = new Thread(this::serve, name);
        thread.setDaemon(true);
        thread.start();
    }

    JobQueue queue() {
        return queue;
    }

    /** Queues work of its own turn. */
    <T> LocalJob<T> submit(String name, WorkJob.Work<T> work) {
        return submit(new WorkJob<>(name, false, work, queue));
    }

    /** Queues work that may run between two steps of a training. */
    <T> LocalJob<T> submitBrief(String name, WorkJob.Work<T> work) {
        return submit(new WorkJob<>(name, true, work, queue));
    }

    /** Queues work in pieces, each of which may run between two steps of a training. */
    <T> LocalJob<T> submitSliced(String name, Supplier<SlicedJob.Slices<T>> slices) {
        return submit(new SlicedJob<>(name, slices, queue));
    }

    /** Queues a job; in a closed engine it is cancelled at once. */
    <J extends LocalJob<?>> J submit(J job) {
        if (!queue.put(job)) {
            job.fail(new CancelledException());
        }
        return job;
    }

    /** Runs jobs that need no turn of their own, a few; to be called between two steps. */
    void serveBrief() {
        for (int i = 0; i < MOST_BETWEEN_STEPS; i++) {
            Optional<LocalJob<?>> job = queue.takeReady();
            if (job.isEmpty()) {
                return;
            }
            job.get().run();
            if (!job.get().result().isDone()) {
                return; // the first of several pieces
            }
        }
    }

    private void serve() {
        for (Optional<LocalJob<?>> job = queue.take(); job.isPresent(); job = queue.take()) {
            current = job;
            if (queue.closed()) {
                job.get().cancel(); // closed while it was on its way here
            }
            job.get().run();
            current = Optional.empty();
        }
        try {
            atEnd.run();
        } catch (RuntimeException | Error e) {
            LOG.error("the engine did not end cleanly", e);
        }
    }

    /** Cancels every job, also the one under way, and waits for the thread to end. */
    @Override
    public void close() {
        for (LocalJob<?> job : queue.close()) {
            job.fail(new CancelledException());
        }
        current.ifPresent(LocalJob::cancel);
        if (Thread.currentThread() == thread) {
            return; // closed by a job's own callback: it ends after this job
        }
        try {
            thread.join(patience.toMillis());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        if (thread.isAlive()) {
            LOG.warn("the engine is still busy after {}", patience);
        }
    }
}
