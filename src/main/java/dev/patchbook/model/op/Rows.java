package dev.patchbook.model.op;

import java.util.List;
import org.nd4j.autodiff.samediff.SDVariable;

/** Takes the tokens {@code from ... from+count-1} of each picture: input x [B*T, C]; output [B*count, C]. */
public final class Rows extends FusedOp {
    /** The operation's name. */
    public static final String NAME = "patchbook_rows";

    /** For SameDiff. */
    public Rows() {}

    /** Puts the operation into x's graph. */
    public Rows(SDVariable x, int batch, int from, int count) {
        super(x.getSameDiff(), x);
        addIArgument(batch, from, count);
    }

    @Override
    public String opName() {
        return NAME;
    }

    @Override
    public long[][] outputShapes(long[][] in) {
        return new long[][] {{(long) whole(0) * whole(2), in[0][1]}};
    }

    @Override
    public List<SDVariable> doDiff(List<SDVariable> dy) {
        return List.of(gradient(new SDVariable[] {arg(0), dy.get(0)}, 0));
    }
}
