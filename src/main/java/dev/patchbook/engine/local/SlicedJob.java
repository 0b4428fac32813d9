package dev.patchbook.engine.local;

import dev.patchbook.base.CancelledException;
import java.util.Optional;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** Long work in pieces, each of which may run between two steps of a training. */
final class SlicedJob<T> extends LocalJob<T> {
    /** How long a piece that could be cut anywhere should take: a training waits for it. */
    static final long TURN_NANOS = 50_000_000;

    /** The pieces. */
    @FunctionalInterface
    interface Slices<T> {
        /** Does the next piece; the result after the last. Progress and cancel are the job's. */
        Optional<T> next(LocalJob<?> job);

        /** Gives back what the pieces held, done or not. */
        default void close() {}
    }

    private final Supplier<Slices<T>> maker;
    private final JobQueue queue;
    private @Nullable Slices<T> slices;

    /**
     * A job.
     *
     * @param name for the log
     * @param maker of the pieces, at the job's first turn
     * @param queue where it waits, for each piece again
     */
    SlicedJob(String name, Supplier<Slices<T>> maker, JobQueue queue) {
        super(name, true, queue);
        this.maker = maker;
        this.queue = queue;
    }

    @Override
    void run() {
        if (!result().isDone()) {
            attempt(this::piece);
        }
        Slices<T> work = slices;
        if (result().isDone() && work != null) {
            slices = null;
            work.close();
        }
    }

    private void piece() {
        begin();
        Slices<T> work = slices;
        if (work == null) {
            work = maker.get();
            slices = work;
        }
        Optional<T> done = work.next(this);
        if (done.isPresent()) {
            result().complete(done.get());
        } else if (!queue.put(this)) {
            throw new CancelledException(); // the engine was closed
        }
    }
}
