package dev.patchbook.plan.kernel;

import org.bytedeco.javacpp.FloatPointer;

/** Native scratch of kernels, freed with the plan by the garbage collector. */
final class Scratch {
    private Scratch() {}

    /** A piece for each thread. */
    static FloatPointer[] pointers(Node node, int floats) {
        FloatPointer[] pieces = new FloatPointer[node.workers().threads()];
        for (int i = 0; i < pieces.length; i++) {
            pieces[i] = new FloatPointer((long) Math.max(1, floats));
        }
        return pieces;
    }
}
