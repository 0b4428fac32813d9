package dev.patchbook.session;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;

/** Holds events back until it is opened: a training's first events may come before its job is known. */
final class Gate<E> implements Consumer<E> {
    private final Consumer<E> beyond;
    private final List<E> waiting = new ArrayList<>();
    private boolean open;

    Gate(Consumer<E> beyond) {
        this.beyond = beyond;
    }

    /** Does something first, then lets through what waits and all that follows. */
    synchronized void open(Runnable first) {
        first.run();
        waiting.forEach(beyond);
        waiting.clear();
        open = true;
    }

    @Override
    public synchronized void accept(E event) {
        if (open) {
            beyond.accept(event);
        } else {
            waiting.add(event);
        }
    }
}
