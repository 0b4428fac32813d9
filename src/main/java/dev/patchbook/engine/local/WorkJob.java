package dev.patchbook.engine.local;

/** A job that is done in one go. */
final class WorkJob<T> extends LocalJob<T> {
    /** What a job does, on the engine's thread. */
    @FunctionalInterface
    interface Work<T> {
        /** Does it; progress and cancel are the job's. */
        T run(LocalJob<?> job);
    }

    private final Work<T> work;

    /** A job; name, brief and queue as of any. */
    WorkJob(String name, boolean brief, Work<T> work, JobQueue queue) {
        super(name, brief, queue);
        this.work = work;
    }

    @Override
    void run() {
        if (!result().isDone()) {
            attempt(() -> {
                begin();
                result().complete(work.run(this));
            });
        }
    }
}
