package dev.patchbook.train;

import dev.patchbook.base.StepDetail;
import dev.patchbook.checkpoint.KeptCheckpoint;
import dev.patchbook.config.Training;
import java.nio.file.Path;
import java.util.List;

/** Told what happens in a run, on the thread that trains. */
public interface TrainListener {
    /**
     * One update was made.
     *
     * @param step its number, from 0
     * @param loss of the batch, before the update
     * @param ms the step took
     * @param rate learning rate used
     * @param norm of the gradients, before clipping
     * @param detail what else was measured
     */
    void step(long step, double loss, double ms, double rate, double norm, StepDetail detail);

    /**
     * A stage begins, or a run goes on in it.
     *
     * @param step updates done
     * @param stage its number, from 0
     * @param training what trains
     */
    void stage(long step, int stage, Training training);

    /** The validation rows were looked at after so many updates. */
    void evaluated(long step, Evaluation.Result result);

    /**
     * A checkpoint was written after so many updates.
     *
     * @param loss validation loss then; NaN where it was not evaluated
     * @param kept the checkpoints there are now
     */
    void saved(long step, Path folder, double loss, List<KeptCheckpoint> kept);
}
