package dev.patchbook.engine.local;

import dev.patchbook.base.CancelToken;
import dev.patchbook.base.CancelledException;
import dev.patchbook.base.UserFacingException;
import dev.patchbook.engine.Job;
import dev.patchbook.engine.Progress;
import java.util.concurrent.CompletableFuture;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** A job in the engine's queue. Made on any thread, run on the engine's. */
abstract class LocalJob<T> implements Job<T> {
    private static final Logger LOG = LoggerFactory.getLogger(LocalJob.class);

    private final CompletableFuture<T> result = new CompletableFuture<>();
    private final CancelToken cancel = new CancelToken();
    private final String name;
    private final boolean brief;
    private final JobQueue queue;
    private volatile Progress progress = Progress.WAITING;
    private volatile boolean started;

    /**
     * A job.
     *
     * @param name for the log
     * @param brief whether it may run between two steps of a training
     * @param queue where it waits
     */
    LocalJob(String name, boolean brief, JobQueue queue) {
        this.name = name;
        this.brief = brief;
        this.queue = queue;
    }

    @Override
    public CompletableFuture<T> result() {
        return result;
    }

    @Override
    public Progress progress() {
        return progress;
    }

    @Override
    public void cancel() {
        cancel.cancel();
        queue.wake();
    }

    CancelToken token() {
        return cancel;
    }

    /** Whether it has had its turn. */
    boolean started() {
        return started;
    }

    void report(String phase, long done, long total) {
        progress = new Progress(phase, done, total);
    }

    /** Whether it can be dealt with between two steps: by running it, or by saying that it was cancelled. */
    boolean ready() {
        return brief || cancel.isCancelled() || result.isDone();
    }

    /** Runs the job, whatever comes of it; never throws. */
    abstract void run();

    /** Begins, unless it was cancelled before. */
    void begin() {
        cancel.throwIfCancelled();
        started = true;
    }

    /** Does a part of the job; what that throws ends the job. */
    void attempt(Runnable part) {
        try {
            part.run();
        } catch (CancelledException e) {
            result.completeExceptionally(e);
        } catch (UserFacingException e) {
            result.completeExceptionally(e);
        } catch (Throwable e) { // whatever it was, the next job must have its turn
            LOG.error("{} failed", name, e);
            result.completeExceptionally(unexpected(e));
        }
    }

    /** Ends the job without running it. */
    void fail(Throwable cause) {
        result.completeExceptionally(cause);
    }

    /** The cause is in the log already and is not handed on. */
    private UserFacingException unexpected(Throwable e) {
        if (e instanceof OutOfMemoryError) {
            return new UserFacingException(
                    "There is not enough memory for " + name + ".",
                    "Choose smaller sizes or a smaller batch, or close other programs.");
        }
        return new UserFacingException(
                "Patchbook made a mistake in " + name + ": " + e + ".",
                "Try again; if it happens again, report it with the log.");
    }
}
