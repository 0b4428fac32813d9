package dev.patchbook.model.op;

import java.util.List;
import org.nd4j.autodiff.samediff.SDVariable;

/**
 * Fully connected layer: {@code y = x W^T + b}. Inputs x [R, in], W [out, in] as PyTorch keeps it, and b [out], which may be
 * missing; output [R, out].
 */
public final class Linear extends FusedOp {
    /** The operation's name. */
    public static final String NAME = "patchbook_linear";

    /** For SameDiff. */
    public Linear() {}

    /** Puts the layer into x's graph; inputs x, W and, if there is one, b. */
    public Linear(SDVariable... inputs) {
        super(inputs[0].getSameDiff(), inputs);
    }

    @Override
    public String opName() {
        return NAME;
    }

    @Override
    public long[][] outputShapes(long[][] in) {
        return new long[][] {{in[0][0], in[1][0]}};
    }

    @Override
    public List<SDVariable> doDiff(List<SDVariable> dy) {
        SDVariable[] in = args();
        if (in.length == 2) {
            return List.of(gradient(new SDVariable[] {in[0], in[1], dy.get(0)}, 0, 1));
        }
        return List.of(gradient(new SDVariable[] {in[0], in[1], dy.get(0), in[2]}, 0, 1, 3));
    }
}
