package dev.patchbook.engine.local;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Iterator;
import java.util.List;
import java.util.Optional;
import java.util.function.BooleanSupplier;

/** Jobs waiting for the engine's thread, in the order they came; brief ones can be taken out of turn. For several threads. */
final class JobQueue {
    private final Deque<LocalJob<?>> jobs = new ArrayDeque<>();
    private boolean closed;

    /** Puts a job at the end; whether it was taken: a closed queue takes none. */
    synchronized boolean put(LocalJob<?> job) {
        if (!closed) {
            jobs.addLast(job);
            notifyAll();
        }
        return !closed;
    }

    /** The next job, waiting for one; empty once closed. */
    synchronized Optional<LocalJob<?>> take() {
        while (jobs.isEmpty() && !closed) {
            await();
        }
        return closed ? Optional.empty() : Optional.of(jobs.removeFirst());
    }

    /** The first job that needs no turn of its own, if there is one. */
    synchronized Optional<LocalJob<?>> takeReady() {
        for (Iterator<LocalJob<?>> each = jobs.iterator(); each.hasNext(); ) {
            LocalJob<?> job = each.next();
            if (job.ready()) {
                each.remove();
                return Optional.of(job);
            }
        }
        return Optional.empty();
    }

    /** Waits for a job that needs no turn of its own, for the condition, or for the queue to be closed. */
    synchronized void awaitReady(BooleanSupplier condition) {
        while (!closed && !condition.getAsBoolean() && jobs.stream().noneMatch(LocalJob::ready)) {
            await();
        }
    }

    /** Has whoever waits look again. */
    synchronized void wake() {
        notifyAll();
    }

    synchronized boolean closed() {
        return closed;
    }

    /** Takes no more jobs; returns those that have not had their turn. */
    synchronized List<LocalJob<?>> close() {
        closed = true;
        notifyAll();
        List<LocalJob<?>> left = List.copyOf(jobs);
        jobs.clear();
        return left;
    }

    private void await() {
        try {
            wait();
        } catch (InterruptedException e) {
            // Nobody interrupts the engine's thread to stop it; a stray interrupt must not end it.
        }
    }
}
