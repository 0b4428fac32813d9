package dev.patchbook.model.op;

import org.nd4j.autodiff.samediff.SDVariable;

/** Adds one row of a table: inputs x [1, C], table [P, C], the row's number (int); output [1, C]. For generation only. */
public final class AddPosition extends FusedOp {
    /** The operation's name. */
    public static final String NAME = "patchbook_add_position";

    /** For SameDiff. */
    public AddPosition() {}

    /** Puts the operation into x's graph. */
    public AddPosition(SDVariable x, SDVariable table, SDVariable position) {
        super(x.getSameDiff(), x, table, position);
    }

    @Override
    public String opName() {
        return NAME;
    }

    @Override
    public long[][] outputShapes(long[][] in) {
        return new long[][] {in[0]};
    }
}
