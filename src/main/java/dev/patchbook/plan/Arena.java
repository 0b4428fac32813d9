package dev.patchbook.plan;

import dev.patchbook.base.NativeMemory;
import org.jspecify.annotations.Nullable;
import org.nd4j.linalg.api.buffer.DataType;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.factory.Nd4j;

/**
 * The native memory of activations, shared by plans of which one runs at a time. It grows when a plan needs more; plans made
 * before then have lost their memory and are to be made again.
 */
public final class Arena implements AutoCloseable {
    private @Nullable INDArray memory;
    private long generation;

    /** Memory for this many floats. */
    Tensor reserve(long floats) {
        INDArray current = memory;
        if (current == null || current.length() < floats) {
            NativeMemory.require((double) Float.BYTES * floats, "What is computed at once takes");
            close(); // first, so that both are never there at once
            current = Nd4j.create(DataType.FLOAT, Math.max(1, floats));
            memory = current;
            generation++;
        }
        return Tensor.of(current);
    }

    /** Grows with every reallocation: plans of an older generation cannot run any more. */
    public long generation() {
        return generation;
    }

    @Override
    public void close() {
        INDArray current = memory;
        if (current != null) {
            current.close();
            memory = null;
        }
    }
}
