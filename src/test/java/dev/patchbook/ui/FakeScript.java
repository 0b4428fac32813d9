package dev.patchbook.ui;

import java.nio.file.Path;
import java.util.Map;
import java.util.Queue;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedQueue;

/** What is to happen to the runs of a fake engine; may be changed while they go. */
final class FakeScript {
    static final String FULL = "The disk is full: /home/ada/a-circle/runs/run-1/checkpoints/step-20 cannot be written.";
    static final String ROOM = "Make room on the disk.";

    /** The step before which the disk is found full, as long as it is; -1: none. */
    volatile int blockAt = -1;

    /** Whether the disk is full. */
    volatile boolean full;

    /** The step at which the loss is no number; -1: none. */
    volatile int divergeAt = -1;

    /** Whether evaluations stand still at their third slice. */
    volatile boolean slowEvaluation;

    /** Whether what looks at a model stands still. */
    volatile boolean slowLooks;

    /** What was looked at, as in {@code patches 20}; step 0: the newest. */
    final Queue<String> looks = new ConcurrentLinkedQueue<>();

    /** Where runs ended, by their folder. */
    final Map<Path, Integer> ended = new ConcurrentHashMap<>();
}
