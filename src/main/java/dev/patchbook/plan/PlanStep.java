package dev.patchbook.plan;

import dev.patchbook.plan.kernel.Kernel;
import dev.patchbook.plan.kernel.Node;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * A kernel of a plan.
 *
 * @param operation what it does
 * @param node what it is bound to
 * @param inputs the graph's variables it reads
 * @param outputs those it writes
 */
record PlanStep(String operation, Node node, Kernel kernel, List<String> inputs, List<String> outputs) {
    /** Runs it and finds the first number that is not finite, among what it reads first. */
    Optional<Broken> runAndLook() {
        for (int i = 0; i < inputs.size(); i++) {
            if (broken(node.inputs().get(i))) {
                return Optional.of(new Broken(inputs.get(i), "", List.of()));
            }
        }
        kernel.run();
        for (int i = 0; i < outputs.size(); i++) {
            if (broken(node.outputs().get(i))) {
                return Optional.of(new Broken(outputs.get(i), operation, inputs));
            }
        }
        return Optional.empty();
    }

    private static boolean broken(@Nullable Tensor tensor) {
        if (tensor == null || !tensor.holdsFloats()) {
            return false;
        }
        for (float value : tensor.toArray()) {
            if (!Float.isFinite(value)) {
                return true;
            }
        }
        return false;
    }
}
