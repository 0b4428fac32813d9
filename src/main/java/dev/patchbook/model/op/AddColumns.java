package dev.patchbook.model.op;

import java.util.List;
import org.nd4j.autodiff.samediff.SDVariable;

/** Adds a scaled update to some columns: inputs y [R, n] and update [R, m]; output [R, n]. What an adapter adds to a projection. */
public final class AddColumns extends FusedOp {
    /** The operation's name. */
    public static final String NAME = "patchbook_add_columns";

    /** For SameDiff. */
    public AddColumns() {}

    /** Puts the operation into y's graph; the update goes to the columns from {@code column} on. */
    public AddColumns(SDVariable y, SDVariable update, double scale, int column) {
        super(y.getSameDiff(), y, update);
        addIArgument(column);
        addTArgument(scale);
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
        SDVariable update = gradient(new SDVariable[] {arg(1), dy.get(0)}, 0)[0];
        return List.of(sameDiff.identity(dy.get(0)), update);
    }
}
