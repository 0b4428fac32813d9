package dev.patchbook.plan.kernel;

/** The work of one node of a plan, bound to its memory: does the same each time it is run. */
@FunctionalInterface
public interface Kernel {
    /** Reads the inputs, writes the outputs. */
    void run();
}
