package dev.patchbook.model.op;

import java.util.List;
import org.nd4j.autodiff.samediff.SDVariable;

/**
 * Dropout (Srivastava et al., 2014): each number is dropped with the given probability, the others are divided by what is
 * kept. Which ones is a hash of the key, the site and the index, so nothing is stored for the way back. Inputs x and the
 * dropout key, one long; output like x.
 */
public final class Dropout extends FusedOp {
    /** The operation's name. */
    public static final String NAME = "patchbook_dropout";

    /** For SameDiff. */
    public Dropout() {}

    /** Puts the operation into x's graph. */
    public Dropout(SDVariable x, SDVariable key, double rate, int site) {
        super(x.getSameDiff(), x, key);
        addIArgument(site);
        addTArgument(rate);
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
        return List.of(gradient(new SDVariable[] {dy.get(0), arg(1)}, 0));
    }
}
