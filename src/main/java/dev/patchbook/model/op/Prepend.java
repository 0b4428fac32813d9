package dev.patchbook.model.op;

import java.util.List;
import org.nd4j.autodiff.samediff.SDVariable;

/** Puts one token before each picture's tokens: inputs token [1, C] and x [B*N, C]; output [B*(1+N), C]. */
public final class Prepend extends FusedOp {
    /** The operation's name. */
    public static final String NAME = "patchbook_prepend";

    /** For SameDiff. */
    public Prepend() {}

    /** Puts the operation into x's graph. */
    public Prepend(SDVariable token, SDVariable x, int batch) {
        super(x.getSameDiff(), token, x);
        addIArgument(batch);
    }

    @Override
    public String opName() {
        return NAME;
    }

    @Override
    public long[][] outputShapes(long[][] in) {
        return new long[][] {{in[1][0] + whole(0), in[1][1]}};
    }

    @Override
    public List<SDVariable> doDiff(List<SDVariable> dy) {
        return List.of(gradient(new SDVariable[] {arg(0), arg(1), dy.get(0)}, 0, 1));
    }
}
