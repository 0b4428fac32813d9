package dev.patchbook.plan;

import org.jspecify.annotations.Nullable;
import org.nd4j.linalg.api.buffer.DataType;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.factory.Nd4j;

/**
 * The native memory of activations, shared by plans of which one runs at a time. It grows when a plan needs more; plans made
 * before keep the memory they were laid out in until they are dropped.
 */
public final class Arena implements AutoCloseable {
    private @Nullable INDArray memory;
    private long generation;

    /** Memory for this many floats. */
    Tensor reserve(long floats) {
        INDArray current = memory;
        if (current == null || current.length() < floats) {
            current = Nd4j.create(DataType.FLOAT, Math.max(1, floats));
            memory = current;
            generation++;
        }
        return Tensor.of(current);
    }

    /** Grows with every reallocation: plans of an older generation hold memory of their own and are best made again. */
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
