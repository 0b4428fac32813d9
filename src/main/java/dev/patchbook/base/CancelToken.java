package dev.patchbook.base;

/** A request to stop that the working thread polls at every step and token; safe to set from any thread. */
public final class CancelToken {
    private volatile boolean cancelled;

    /** Asks the work to stop; may be called more than once. */
    public void cancel() {
        cancelled = true;
    }

    /** Whether a stop was asked for. */
    public boolean isCancelled() {
        return cancelled;
    }

    /**
     * Leaves the work at once if a stop was asked for.
     *
     * @throws CancelledException if so
     */
    public void throwIfCancelled() {
        if (cancelled) {
            throw new CancelledException();
        }
    }
}
