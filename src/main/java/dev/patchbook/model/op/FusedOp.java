package dev.patchbook.model.op;

import dev.patchbook.base.ShapeRule;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import org.nd4j.autodiff.samediff.SDVariable;
import org.nd4j.autodiff.samediff.SameDiff;
import org.nd4j.linalg.api.buffer.DataType;
import org.nd4j.linalg.api.ops.DynamicCustomOp;

/**
 * An operation of our own in a SameDiff graph. SameDiff orders and differentiates it like any other; only the execution
 * plan can run it, with the kernel of the same name. Its numbers stand in the integer and floating-point arguments, which
 * survive SameDiff's cloning of a graph; activations are matrices whose rows are the tokens of all pictures of a batch.
 */
public abstract class FusedOp extends DynamicCustomOp implements ShapeRule {
    /** For SameDiff, which clones operations without arguments and then sets them. */
    protected FusedOp() {}

    /** Puts the operation into a graph. */
    protected FusedOp(SameDiff graph, SDVariable... inputs) {
        super(graph, inputs);
    }

    /** Name of the operation and of its kernel. */
    @Override
    public abstract String opName();

    /** The integer argument at an index. */
    protected final int whole(int index) {
        return Math.toIntExact(iArguments.get(index));
    }

    /** An operation that yields the gradients of the inputs named, shaped like them. */
    protected final SDVariable[] gradient(SDVariable[] inputs, int... like) {
        return new GradientOp(this, inputs, like).outputVariables();
    }

    @Override
    public int getNumOutputs() {
        return 1;
    }

    @Override
    public List<DataType> calculateOutputDataTypes(List<DataType> inputs) {
        return Collections.nCopies(getNumOutputs(), DataType.FLOAT);
    }

    @Override
    public Map<String, Object> propertiesForFunction() {
        return Map.of();
    }

    @Override
    public void setPropertiesForFunction(Map<String, Object> properties) {
        // all state is in the arguments
    }
}
