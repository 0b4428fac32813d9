package dev.patchbook.cli;

import dev.patchbook.engine.TrainEvent.Blocked;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executor;
import java.util.concurrent.TimeUnit;

/**
 * What becomes of a run that is held since something cannot be written, where no person sits before it: it tries again for some
 * minutes, as long as it takes to make room, and then ends.
 */
final class TryAgain {
    /** Between two tries. */
    static final Duration PAUSE = Duration.ofSeconds(10);

    private static final int TRIES = 30;

    private final CliContext context;
    private final Executor later;
    private volatile int tries;

    TryAgain(CliContext context) {
        this(context, CompletableFuture.delayedExecutor(PAUSE.toMillis(), TimeUnit.MILLISECONDS));
    }

    /** Tries again when an executor does. */
    TryAgain(CliContext context, Executor later) {
        this.context = context;
        this.later = later;
    }

    /**
     * Tries again after a while, or gives up.
     *
     * @param resume goes on with the run
     * @param end stops it, without saving what cannot be saved
     */
    void blocked(Blocked blocked, Runnable resume, Runnable end) {
        tries++;
        if (tries == 1) {
            context.say(blocked.what() + " " + blocked.remedy());
            context.say("The run is held after " + blocked.step() + " steps and tries again every " + PAUSE.toSeconds()
                    + " seconds; Ctrl+C ends it.");
        }
        if (tries > TRIES) {
            end.run();
        } else {
            later.execute(resume);
        }
    }

    /** No more tries: the person wants it to end. */
    void giveUp() {
        tries = TRIES + 1;
    }

    /** It goes on: whatever comes later is another matter. */
    void wentOn() {
        tries = tries > TRIES ? tries : 0;
    }
}
