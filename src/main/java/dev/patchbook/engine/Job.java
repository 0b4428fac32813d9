package dev.patchbook.engine;

import java.util.concurrent.CompletableFuture;

/**
 * Work under way.
 *
 * @param <T> what it yields
 */
public interface Job<T> {
    /**
     * The result, completed on the engine's thread; fails with {@link dev.patchbook.base.CancelledException} when
     * cancelled before it was done.
     */
    CompletableFuture<T> result();

    /** How far the work is; cheap, from any thread. */
    Progress progress();

    /** Asks the work to stop at its next step, token or row; acknowledged at once. */
    void cancel();
}
