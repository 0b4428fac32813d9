package dev.patchbook.engine;

import dev.patchbook.base.ImageUse;
import dev.patchbook.base.StepDetail;
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
     * @param detail what else was measured
     */
    record Step(long step, double loss, double ms, double learningRate, double gradientNorm, StepDetail detail)
            implements TrainEvent {
        /** With nothing else measured. */
        public Step(long step, double loss, double ms, double learningRate, double gradientNorm) {
            this(step, loss, ms, learningRate, gradientNorm, StepDetail.NONE);
        }
    }

    /**
     * A look at the validation rows, with the weights before the step.
     *
     * @param step updates done
     * @param loss validation loss
     * @param captions captions of the pinned pictures
     * @param pins which pictures they are of, as in {@code validation 0}; empty where that is not known
     * @param use whether the model looks at its pictures
     */
    record Evaluated(long step, double loss, List<String> captions, List<String> pins, ImageUse use)
            implements TrainEvent {
        /** Copies the lists. */
        public Evaluated {
            captions = List.copyOf(captions);
            pins = List.copyOf(pins);
        }

        /** With nothing else known. */
        public Evaluated(long step, double loss, List<String> captions) {
            this(step, loss, captions, List.of(), ImageUse.NONE);
        }
    }

    /**
     * A checkpoint was written.
     *
     * @param step updates done
     * @param folder its folder
     * @param loss validation loss then; NaN where it was not evaluated
     * @param bytes on disk; 0 where not known
     * @param whole whether training can go on from it: it has the optimizer's state
     */
    record Saved(long step, Path folder, double loss, long bytes, boolean whole) implements TrainEvent {
        /** With nothing else known. */
        public Saved(long step, Path folder) {
            this(step, folder, Double.NaN, 0, true);
        }

        /** The same, of a run whose folder is elsewhere now. */
        public Saved under(Path run, Path other) {
            Path moved = folder.startsWith(run) ? other.resolve(run.relativize(folder)) : folder;
            return new Saved(step, moved, loss, bytes, whole);
        }
    }

    /** The checkpoints there are now, after some were thinned out to keep within the run's bound. */
    record Kept(List<Saved> checkpoints) implements TrainEvent {
        /** Copies the list. */
        public Kept {
            checkpoints = List.copyOf(checkpoints);
        }
    }

    /**
     * Something could not be written: the run is held, and nothing is lost. Going on tries again.
     *
     * @param step updates done
     * @param what what could not be written, for people
     * @param remedy what to do about it
     */
    record Blocked(long step, String what, String remedy) implements TrainEvent {}

    /** The run is to have so many steps in all. */
    record Total(long steps) implements TrainEvent {}

    /** The run is held between two steps, as was asked: updates done. */
    record Held(long step) implements TrainEvent {}

    /**
     * A stage begins, or the run goes on in it.
     *
     * @param step updates done
     * @param stage its number, from 0
     * @param of how many there are
     * @param trains what trains, as people write it
     * @param parts of the model, with how much of each trains
     */
    record Stage(long step, int stage, int of, String trains, List<ModelSummary.Part> parts) implements TrainEvent {
        /** Copies the list. */
        public Stage {
            parts = List.copyOf(parts);
        }
    }

    /** The run ended: updates done, and why. */
    record Stopped(long step, Reason reason) implements TrainEvent {}

    /** Why a run ended. */
    enum Reason {
        COMPLETED,
        CANCELLED,
        DIVERGED
    }
}
