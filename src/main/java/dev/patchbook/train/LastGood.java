package dev.patchbook.train;

import dev.patchbook.plan.Tensor;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.nd4j.linalg.api.buffer.DataType;

/**
 * The last state of a run that is known to be good, since a step from it gave a finite loss and gradient: weights and moments,
 * copied every few seconds.
 */
final class LastGood implements AutoCloseable {
    private static final long SECONDS = 10;

    private final List<Tensor> state;
    private final List<Tensor> copies;
    private long step = -1;
    private long kept;

    /** Of a state that is changed in place. */
    LastGood(Tensor weights, AdamOptimizer adam) {
        state = List.of(weights, adam.first(), adam.second());
        copies = state.stream()
                .map(tensor -> Tensor.zeros(DataType.FLOAT, tensor.length()))
                .toList();
    }

    /** Keeps the state before a step that has just been found good, where the last one is some seconds old. */
    void good(long now, boolean checkpoint) {
        long time = System.nanoTime();
        if (step < 0 || checkpoint || time - kept > TimeUnit.SECONDS.toNanos(SECONDS)) {
            copy(state, copies);
            step = now;
            kept = time;
        }
    }

    /** Its step, or -1 where there is none. */
    long step() {
        return step;
    }

    /** Goes back to it. */
    void restore() {
        copy(copies, state);
    }

    private static void copy(List<Tensor> from, List<Tensor> to) {
        for (int i = 0; i < from.size(); i++) {
            to.get(i).copy(0, from.get(i), 0, from.get(i).length());
        }
    }

    @Override
    public void close() {
        copies.forEach(Tensor::close);
    }
}
