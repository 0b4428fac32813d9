package dev.patchbook.engine;

import java.nio.file.Path;
import java.util.List;

/** Something that happened in a run. Steps count from 0; losses are nats per counted target. */
public sealed interface TrainEvent {
    /**
     * One update.
     *
     * @param step its number
     * @param loss of the batch, before the update
     * @param ms the step took, milliseconds
     * @param learningRate used
     * @param gradientNorm before clipping
     */
    record Step(long step, double loss, double ms, double learningRate, double gradientNorm) implements TrainEvent {}

    /**
     * A look at the validation rows, with the weights before the step.
     *
     * @param step updates done
     * @param loss validation loss
     * @param captions captions of the first few validation pictures
     */
    record Evaluated(long step, double loss, List<String> captions) implements TrainEvent {
        /** Copies the list. */
        public Evaluated {
            captions = List.copyOf(captions);
        }
    }

    /** A checkpoint was written: its folder, and the updates done. */
    record Saved(long step, Path folder) implements TrainEvent {
        /** The same, of a run whose folder is elsewhere now. */
        public Saved under(Path run, Path other) {
            return new Saved(step, folder.startsWith(run) ? other.resolve(run.relativize(folder)) : folder);
        }
    }

    /** The run is held between two steps, as was asked: updates done. */
    record Held(long step) implements TrainEvent {}

    /** The run ended: updates done, and why. */
    record Stopped(long step, Reason reason) implements TrainEvent {}

    /** Why a run ended. */
    enum Reason {
        COMPLETED,
        CANCELLED,
        DIVERGED
    }
}
