package dev.patchbook.model.op;

import java.util.List;
import org.nd4j.autodiff.samediff.SDVariable;

/**
 * Adds the first T rows of a table to the T tokens of each picture: inputs x [B*T, C] and table [P, C]; output [B*T, C].
 */
public final class AddPositions extends FusedOp {
    /** The operation's name. */
    public static final String NAME = "patchbook_add_positions";

    /** For SameDiff. */
    public AddPositions() {}

    /** Puts the operation into x's graph. */
    public AddPositions(SDVariable x, SDVariable table, int batch) {
        super(x.getSameDiff(), x, table);
        addIArgument(batch);
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
        SDVariable table = gradient(new SDVariable[] {arg(1), dy.get(0)}, 0)[0];
        return List.of(sameDiff.identity(dy.get(0)), table);
    }
}
