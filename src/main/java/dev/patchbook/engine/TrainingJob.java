package dev.patchbook.engine;

/** A run under way. Cancelling it stops the run between two steps and keeps its weights. */
public interface TrainingJob extends Job<TrainSummary> {
    /** The model being trained: usable at once, with the weights of the moment. */
    ModelId model();

    /** Holds the run between two steps. */
    void pause();

    /** Goes on after {@link #pause()}. */
    void resume();

    /** Does one step where the run is held, and holds it again. */
    void once();

    /** Goes on so many steps beyond those the run was to have; the schedule keeps its length. */
    void more(long steps);

    /** Whether the run is asked to hold. */
    boolean paused();
}
