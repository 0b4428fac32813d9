package dev.patchbook.base;

/** How an operation's output shapes follow from its input shapes; what a graph's node offers to the plan that runs it. */
public interface ShapeRule {
    /** Shapes of the outputs, given those of the inputs, outermost size first. */
    long[][] outputShapes(long[][] inputs);
}
