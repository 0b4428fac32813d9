package dev.patchbook.cli;

import dev.patchbook.engine.TrainEvent;
import dev.patchbook.engine.TrainSummary;

/** Tells of a training as it goes. Events come on the engine's thread, one at a time. */
interface TrainReporter {
    /** Before the first event: updates in all. */
    void begin(long steps);

    /** Something happened. */
    void happened(TrainEvent event);

    /** After the last event. */
    void ended(TrainSummary summary);

    /** What to do when nobody reads the lines any more. */
    void onBrokenPipe(Runnable action);
}
