package dev.patchbook.session;

import java.util.ArrayList;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.Executor;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Consumer;

/**
 * Commands on their way to the owner's thread, in one order. However many arrive, at most one drain is on its way to each of
 * two executors: one that runs soon, for what a person asks, and one that runs once a frame, for what an engine reports. The
 * sink is never entered twice at once, even with executors that run where they are called.
 */
final class Inbox {
    private final Queue<SessionCommand> waiting = new ConcurrentLinkedQueue<>();
    private final AtomicBoolean soonAsked = new AtomicBoolean();
    private final AtomicBoolean frameAsked = new AtomicBoolean();
    private final AtomicInteger turns = new AtomicInteger();
    private final Executor soon;
    private final Executor frame;
    private final Consumer<List<SessionCommand>> sink;

    Inbox(Executor soon, Executor frame, Consumer<List<SessionCommand>> sink) {
        this.soon = soon;
        this.frame = frame;
        this.sink = sink;
    }

    void add(SessionCommand command) {
        waiting.add(command);
        schedule(soonAsked, soon);
    }

    void addForFrame(SessionCommand command) {
        waiting.add(command);
        schedule(frameAsked, frame);
    }

    private void schedule(AtomicBoolean asked, Executor executor) {
        if (asked.compareAndSet(false, true)) {
            executor.execute(() -> {
                asked.set(false);
                drain();
            });
        }
    }

    private void drain() {
        if (turns.getAndIncrement() > 0) {
            return; // whoever drains now takes another turn
        }
        int taken = 1;
        do {
            List<SessionCommand> batch = new ArrayList<>();
            for (SessionCommand command = waiting.poll(); command != null; command = waiting.poll()) {
                batch.add(command);
            }
            if (!batch.isEmpty()) {
                sink.accept(Coalesce.neighbours(batch));
            }
            taken = turns.addAndGet(-taken);
        } while (taken > 0);
    }
}
