package dev.patchbook.cli;

import dev.patchbook.base.CancelledException;
import dev.patchbook.engine.Job;
import java.util.concurrent.CancellationException;
import java.util.concurrent.CompletionException;

/** Waits for what an engine does. */
final class Jobs {
    private Jobs() {}

    /**
     * The result of a job.
     *
     * @throws dev.patchbook.base.UserFacingException where the job failed and a person can do something about it
     * @throws CancelledException where it was stopped
     */
    static <T> T await(Job<T> job) {
        try {
            return job.result().join();
        } catch (CancellationException e) {
            throw new CancelledException();
        } catch (CompletionException e) {
            if (e.getCause() instanceof RuntimeException cause) {
                throw cause;
            }
            if (e.getCause() instanceof Error cause) {
                throw cause;
            }
            throw e;
        }
    }
}
