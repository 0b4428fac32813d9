package dev.patchbook.engine.local;

import dev.patchbook.engine.ModelId;
import dev.patchbook.engine.TrainSummary;
import dev.patchbook.engine.TrainingJob;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Consumer;
import java.util.function.Function;

/** A run in the engine's queue, and what is asked of it meanwhile. */
final class LocalTrainingJob extends LocalJob<TrainSummary> implements TrainingJob {
    private final ModelId model;
    private final JobQueue queue;
    private final Function<LocalTrainingJob, TrainingRun> opener;
    private final Consumer<LocalTrainingJob> turn;
    private final Deque<LocalTrainingJob> joined = new ArrayDeque<>();
    private final AtomicInteger singles = new AtomicInteger();
    private final AtomicLong more = new AtomicLong();
    private final AtomicInteger cancels = new AtomicInteger();
    private boolean over;
    private volatile boolean paused;

    /**
     * A run that waits.
     *
     * @param opener opens the run, when its turn comes
     * @param turn has the run's turn, and that of those that join it
     */
    LocalTrainingJob(
            ModelId model,
            Function<LocalTrainingJob, TrainingRun> opener,
            Consumer<LocalTrainingJob> turn,
            JobQueue queue) {
        super("training", false, queue);
        this.model = model;
        this.opener = opener;
        this.turn = turn;
        this.queue = queue;
    }

    @Override
    void run() {
        if (!result().isDone()) {
            turn.accept(this);
        }
    }

    TrainingRun open() {
        begin();
        return opener.apply(this);
    }

    @Override
    public ModelId model() {
        return model;
    }

    @Override
    public void pause() {
        paused = true;
    }

    @Override
    public void resume() {
        paused = false;
        queue.wake();
    }

    @Override
    public boolean paused() {
        return paused;
    }

    @Override
    public void once() {
        if (paused) {
            singles.incrementAndGet();
            queue.wake();
        }
    }

    @Override
    public void more(long steps) {
        more.addAndGet(steps);
        queue.wake();
    }

    @Override
    public void cancel() {
        cancels.incrementAndGet();
        super.cancel();
    }

    /** How often it was asked to stop. */
    int cancels() {
        return cancels.get();
    }

    /** Whether a single step, or more steps, are asked for. */
    boolean asked() {
        return singles.get() > 0 || more.get() > 0;
    }

    /** Takes one request for a single step; whether there was one. */
    boolean takeOnce() {
        return singles.getAndUpdate(n -> Math.max(0, n - 1)) > 0;
    }

    /** Takes the steps that are asked for beyond those in all. */
    long takeMore() {
        return more.getAndSet(0);
    }

    /** Has another run take its steps in turn with this one; false where this one's turn is over. */
    synchronized boolean join(LocalTrainingJob other) {
        if (!over) {
            joined.add(other);
            queue.wake();
        }
        return !over;
    }

    /** Whether another run wants to join. */
    synchronized boolean joining() {
        return !joined.isEmpty();
    }

    /** The next one that wants to join; where there is none and the turn would end, none can join any more. */
    synchronized Optional<LocalTrainingJob> takeJoined(boolean ends) {
        over |= ends && joined.isEmpty();
        return Optional.ofNullable(joined.poll());
    }
}
