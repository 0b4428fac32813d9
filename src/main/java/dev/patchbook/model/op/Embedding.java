package dev.patchbook.model.op;

import java.util.List;
import org.nd4j.autodiff.samediff.SDVariable;

/** Looks up a row for each id: inputs table [V, C] and ids [R] (int); output [R, C]. */
public final class Embedding extends FusedOp {
    /** The operation's name. */
    public static final String NAME = "patchbook_embedding";

    /** For SameDiff. */
    public Embedding() {}

    /** Puts the operation into the table's graph. */
    public Embedding(SDVariable table, SDVariable ids) {
        super(table.getSameDiff(), table, ids);
    }

    @Override
    public String opName() {
        return NAME;
    }

    @Override
    public long[][] outputShapes(long[][] in) {
        return new long[][] {{in[1][0], in[0][1]}};
    }

    @Override
    public List<SDVariable> doDiff(List<SDVariable> dy) {
        return List.of(gradient(new SDVariable[] {arg(0), arg(1), dy.get(0)}, 0));
    }
}
