package dev.patchbook.model.op;

import java.util.List;
import org.nd4j.autodiff.samediff.SDVariable;

/**
 * Layer normalisation over the last dimension with eps 1e-5 (Ba, Kiros and Hinton, 2016). Inputs x [R, C], gain [C], bias
 * [C]; output [R, C].
 */
public final class LayerNorm extends FusedOp {
    /** The operation's name. */
    public static final String NAME = "patchbook_layer_norm";

    /** For SameDiff. */
    public LayerNorm() {}

    /** Puts the layer into x's graph. */
    public LayerNorm(SDVariable x, SDVariable gain, SDVariable bias) {
        super(x.getSameDiff(), x, gain, bias);
    }

    @Override
    public String opName() {
        return NAME;
    }

    @Override
    public long[][] outputShapes(long[][] in) {
        return new long[][] {in[0]};
    }

    @Override
    public List<SDVariable> doDiff(List<SDVariable> dy) {
        return List.of(gradient(new SDVariable[] {arg(0), arg(1), arg(2), dy.get(0)}, 0, 1, 2));
    }
}
