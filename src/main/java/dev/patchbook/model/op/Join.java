package dev.patchbook.model.op;

import java.util.List;
import org.nd4j.autodiff.samediff.SDVariable;

/** Joins two sequences picture by picture: inputs a [B*N, C] and b [B*M, C]; output [B*(N+M), C]. */
public final class Join extends FusedOp {
    /** The operation's name. */
    public static final String NAME = "patchbook_join";

    /** For SameDiff. */
    public Join() {}

    /** Puts the operation into a's graph. */
    public Join(SDVariable a, SDVariable b, int batch) {
        super(a.getSameDiff(), a, b);
        addIArgument(batch);
    }

    @Override
    public String opName() {
        return NAME;
    }

    @Override
    public long[][] outputShapes(long[][] in) {
        return new long[][] {{in[0][0] + in[1][0], in[0][1]}};
    }

    @Override
    public List<SDVariable> doDiff(List<SDVariable> dy) {
        return List.of(gradient(new SDVariable[] {arg(0), arg(1), dy.get(0)}, 0, 1));
    }
}
