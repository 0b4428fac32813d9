package dev.patchbook.plan;

import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.locks.LockSupport;
import org.jspecify.annotations.Nullable;

/**
 * A few threads that share the rows of a kernel: the caller and helpers that wait for it. Work is cut into one stretch a thread,
 * always the same way, so that sums come out the same each time. Helpers spin for a moment between two kernels and sleep after.
 */
public final class Workers implements AutoCloseable {
    /** Work on a stretch of rows. */
    @FunctionalInterface
    public interface Stretch {
        /**
         * Does rows {@code from} to {@code to - 1}.
         *
         * @param thread which thread this is, from 0; owns its own scratch
         */
        void run(int thread, int from, int to);
    }

    private static final int SPINS = 2_000;
    private final Thread[] helpers;
    private final AtomicInteger pending = new AtomicInteger();
    private volatile int round;
    private volatile boolean closed;
    private volatile @Nullable Throwable failure;
    private Stretch work = (thread, from, to) -> {};
    private int rows;
    private int unit;

    /** Starts the helpers; one thread fewer than asked for, the caller being the first. */
    public Workers(int threads) {
        helpers = new Thread[threads - 1];
        for (int i = 0; i < helpers.length; i++) {
            int index = i + 1;
            helpers[i] = new Thread(() -> serve(index), "patchbook-kernel-" + index);
            helpers[i].setDaemon(true);
            helpers[i].start();
        }
    }

    /** Threads in all. */
    public int threads() {
        return helpers.length + 1;
    }

    /**
     * Does all rows, each stretch a multiple of {@code unit} but for the last; returns when all are done.
     *
     * @throws RuntimeException what the work threw, on any thread
     */
    public void run(int count, int multiple, Stretch stretch) {
        if (helpers.length == 0 || count <= multiple) {
            stretch.run(0, 0, count);
            return;
        }
        work = stretch;
        rows = count;
        unit = multiple;
        failure = null;
        pending.set(helpers.length);
        round++; // publishes the fields above
        for (Thread helper : helpers) {
            LockSupport.unpark(helper);
        }
        try {
            part(0);
        } finally {
            for (int spins = 0; pending.get() > 0; spins++) {
                if (spins < SPINS) {
                    Thread.onSpinWait();
                } else {
                    Thread.yield(); // the helper may be waiting for this very core
                }
            }
        }
        Throwable thrown = failure;
        if (thrown != null) {
            throw new IllegalStateException("a kernel failed", thrown);
        }
    }

    private void part(int thread) {
        int units = (rows + unit - 1) / unit;
        int from = Math.min(rows, (int) ((long) units * thread / threads()) * unit);
        int to = Math.min(rows, (int) ((long) units * (thread + 1) / threads()) * unit);
        if (from < to) {
            work.run(thread, from, to);
        }
    }

    private void serve(int index) {
        int seen = 0;
        while (true) {
            int spins = 0;
            while (round == seen && !closed) {
                if (spins++ < SPINS) {
                    Thread.onSpinWait();
                } else {
                    LockSupport.park(this);
                }
            }
            if (closed) {
                return;
            }
            seen = round;
            try {
                part(index);
            } catch (RuntimeException | Error e) {
                failure = e;
            } finally {
                pending.decrementAndGet();
            }
        }
    }

    @Override
    public void close() {
        closed = true;
        for (Thread helper : helpers) {
            LockSupport.unpark(helper);
        }
    }
}
