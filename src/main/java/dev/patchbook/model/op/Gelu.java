package dev.patchbook.model.op;

import java.util.List;
import org.nd4j.autodiff.samediff.SDVariable;

/** Gaussian error linear unit, the exact form {@code x/2 (1 + erf(x / sqrt 2))} (Hendrycks and Gimpel, 2016). */
public final class Gelu extends FusedOp {
    /** The operation's name. */
    public static final String NAME = "patchbook_gelu";

    /** For SameDiff. */
    public Gelu() {}

    /** Puts the function into x's graph. */
    public Gelu(SDVariable x) {
        super(x.getSameDiff(), x);
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
        return List.of(gradient(new SDVariable[] {arg(0), dy.get(0)}, 0));
    }
}
