package dev.patchbook.session;

import dev.patchbook.engine.Engine;
import dev.patchbook.engine.Job;
import java.util.concurrent.CompletionException;
import java.util.concurrent.Executor;
import java.util.concurrent.Future;
import java.util.function.Consumer;
import java.util.function.Function;

/** Something asked of the engine beside the cells' runs, as to look at data; it changes nothing. */
final class Question {
    private Question() {}

    /**
     * Asks. Whatever goes wrong is told as a failure, but a question taken back is answered no more.
     *
     * @param owner where the answer is heard
     */
    static <T> Subscription ask(
            Engine engine,
            Executor owner,
            Function<Engine, Job<T>> question,
            Consumer<T> answer,
            Consumer<CellFailure> failed) {
        Job<T> job;
        try {
            job = question.apply(engine);
        } catch (RuntimeException e) {
            failed.accept(CellFailure.of((Throwable) e));
            return () -> {};
        }
        boolean[] taken = new boolean[1]; // on the owner's thread alone
        Future<?> unused = job.result()
                .whenComplete((result, failure) -> owner.execute(() -> {
                    if (!taken[0] && failure == null) {
                        answer.accept(result);
                    } else if (!taken[0]) {
                        failed.accept(CellFailure.of(cause(failure)));
                    }
                }));
        return () -> {
            taken[0] = true;
            job.cancel();
        };
    }

    private static Throwable cause(Throwable failure) {
        return failure instanceof CompletionException && failure.getCause() != null ? failure.getCause() : failure;
    }
}
