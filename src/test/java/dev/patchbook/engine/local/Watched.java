package dev.patchbook.engine.local;

import dev.patchbook.engine.TrainEvent;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import java.util.function.Predicate;

/** Keeps the events of a run, and waits for those to come. */
final class Watched implements Consumer<TrainEvent> {
    private static final long PATIENCE_MILLIS = 30_000;
    private final List<TrainEvent> events = new ArrayList<>();
    private final Consumer<TrainEvent> also;

    Watched() {
        this(event -> {});
    }

    /** Also does something at each event, on the engine's thread. */
    Watched(Consumer<TrainEvent> also) {
        this.also = also;
    }

    @Override
    public void accept(TrainEvent event) {
        synchronized (this) {
            events.add(event);
            notifyAll();
        }
        also.accept(event);
    }

    synchronized <T extends TrainEvent> List<T> all(Class<T> type) {
        return events.stream().filter(type::isInstance).map(type::cast).toList();
    }

    synchronized List<TrainEvent> all() {
        return List.copyOf(events);
    }

    /** Waits for so many events of a kind, and gives the last of them. */
    <T extends TrainEvent> T await(Class<T> type, int count) throws InterruptedException {
        await(all -> all.stream().filter(type::isInstance).count() >= count);
        return all(type).get(count - 1);
    }

    private synchronized void await(Predicate<List<TrainEvent>> condition) throws InterruptedException {
        long end = System.currentTimeMillis() + PATIENCE_MILLIS;
        while (!condition.test(events)) {
            long left = end - System.currentTimeMillis();
            if (left <= 0) {
                throw new AssertionError("not so far: " + events);
            }
            wait(left);
        }
    }
}
