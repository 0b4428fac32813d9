package dev.patchbook.plan.kernel;

import dev.patchbook.plan.Tensor;
import dev.patchbook.plan.Workers;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What a kernel is bound to.
 *
 * @param inputs the arrays it reads
 * @param outputs the arrays it writes; null for one that nothing reads
 * @param whole integer arguments of the operation
 * @param real floating-point arguments of the operation
 * @param workers threads to share the rows
 */
public record Node(List<Tensor> inputs, List<@Nullable Tensor> outputs, long[] whole, double[] real, Workers workers) {
    Tensor in(int index) {
        return inputs.get(index);
    }

    /** An output that cannot be missing. */
    Tensor out(int index) {
        Tensor output = outputs.get(index);
        if (output == null) {
            throw new IllegalStateException("output " + index + " is not optional");
        }
        return output;
    }

    @Nullable
    Tensor optional(int index) {
        return index < outputs.size() ? outputs.get(index) : null;
    }

    int whole(int index) {
        return (int) whole[index];
    }

    /** Scratch for each thread. */
    float[][] scratch(int floats) {
        return new float[workers.threads()][floats];
    }
}
