package dev.patchbook.engine.local;

import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Consumer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Listeners whose own mistakes end no job. */
final class Guarded {
    private static final Logger LOG = LoggerFactory.getLogger(Guarded.class);

    private Guarded() {}

    /** The listener; its first mistake is logged, the rest would be the same. */
    static <E> Consumer<E> of(Consumer<E> listener) {
        AtomicBoolean failed = new AtomicBoolean();
        return event -> {
            try {
                listener.accept(event);
            } catch (RuntimeException e) {
                if (!failed.getAndSet(true)) {
                    LOG.error("a listener failed at {}", event, e);
                }
            }
        };
    }
}
