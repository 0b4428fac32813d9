package dev.patchbook.ui;

import dev.patchbook.base.CancelToken;
import dev.patchbook.base.CancelledException;
import dev.patchbook.engine.Job;
import dev.patchbook.engine.Progress;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executor;
import java.util.function.Function;

/** Work on the fake engine's thread. */
class FakeJob<T> implements Job<T> {
    private final CompletableFuture<T> result = new CompletableFuture<>();
    private final CancelToken cancel = new CancelToken();
    private volatile Progress progress = Progress.WAITING;

    final FakeJob<T> start(Executor executor, Function<FakeJob<T>, T> work) {
        executor.execute(() -> {
            try {
                cancel.throwIfCancelled();
                result.complete(work.apply(this));
            } catch (RuntimeException e) {
                result.completeExceptionally(e);
            }
        });
        return this;
    }

    final void report(String phase, long done, long total) {
        note(phase, done, total);
        if (cancel.isCancelled()) {
            throw new CancelledException();
        }
    }

    final void note(String phase, long done, long total) {
        progress = new Progress(phase, done, total);
    }

    final boolean cancelled() {
        return cancel.isCancelled();
    }

    @Override
    public CompletableFuture<T> result() {
        return result;
    }

    @Override
    public Progress progress() {
        return progress;
    }

    @Override
    public void cancel() {
        cancel.cancel();
    }
}
