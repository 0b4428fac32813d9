package dev.patchbook.ui.importing;

import dev.patchbook.base.CancelledException;
import dev.patchbook.base.UserFacingException;
import dev.patchbook.engine.Job;
import dev.patchbook.engine.Progress;
import java.util.Optional;
import java.util.concurrent.CompletionException;
import java.util.concurrent.Executor;
import java.util.concurrent.Future;
import java.util.function.BiConsumer;
import java.util.function.Consumer;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Something read in the engine for this view alone, the latest of its kind: what was asked for before is stopped, and what
 * comes of it all the same is not heard. On the JavaFX thread.
 */
final class Reading<T> {
    private static final Logger LOG = LoggerFactory.getLogger(Reading.class);

    private final Executor fx;
    private @Nullable Job<T> job;

    Reading(Executor fx) {
        this.fx = fx;
    }

    /** Asks; hears what comes, or what went wrong and what to do about it. */
    void start(Supplier<Job<T>> ask, Consumer<T> done, BiConsumer<String, String> failed) {
        stop();
        try {
            Job<T> asked = ask.get();
            job = asked;
            Future<?> unused = asked.result()
                    .whenComplete((result, failure) -> fx.execute(() -> {
                        if (job == asked) {
                            job = null;
                            if (failure == null) {
                                done.accept(result);
                            } else {
                                told(failure, failed);
                            }
                        }
                    }));
        } catch (UserFacingException e) {
            failed.accept(e.what(), e.remedy());
        }
    }

    private static void told(Throwable failure, BiConsumer<String, String> failed) {
        Throwable cause =
                failure instanceof CompletionException && failure.getCause() != null ? failure.getCause() : failure;
        if (cause instanceof UserFacingException e) {
            failed.accept(e.what(), e.remedy());
        } else if (cause instanceof CancelledException) {
            failed.accept("The reading was stopped.", "Choose the data again.");
        } else {
            LOG.error("reading for a preview failed", cause);
            failed.accept("Patchbook made a mistake: " + cause, "Try again; the log has the details.");
        }
    }

    boolean busy() {
        return job != null;
    }

    /** How far it is. */
    Optional<Progress> progress() {
        return Optional.ofNullable(job).map(Job::progress);
    }

    /** Stops it; nothing more is heard of it. */
    void stop() {
        Job<T> now = job;
        job = null;
        if (now != null) {
            now.cancel();
        }
    }
}
