package dev.patchbook.model.op;

import java.util.List;
import org.nd4j.autodiff.samediff.SDVariable;

/** Sum of two arrays of one shape: a residual connection (He et al., 2016). */
public final class Add extends FusedOp {
    /** The operation's name. */
    public static final String NAME = "patchbook_add";

    /** For SameDiff. */
    public Add() {}

    /** Puts the sum into the graph. */
    public Add(SDVariable a, SDVariable b) {
        super(a.getSameDiff(), a, b);
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
        // identities, because SameDiff renames what is returned; the plan passes through them
        return List.of(sameDiff.identity(dy.get(0)), sameDiff.identity(dy.get(0)));
    }
}
