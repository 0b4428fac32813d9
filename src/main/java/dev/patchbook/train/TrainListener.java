package dev.patchbook.train;

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
     */
    void step(long step, double loss, double ms, double rate, double norm);

    /** The validation rows were looked at after so many updates: their loss, and captions of the first pictures. */
    void evaluated(long step, double loss, List<String> captions);

    /** A checkpoint was written after so many updates. */
    void saved(long step, Path folder);
}
