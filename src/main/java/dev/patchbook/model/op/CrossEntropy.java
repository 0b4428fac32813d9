package dev.patchbook.model.op;

import java.util.List;
import org.nd4j.autodiff.samediff.SDVariable;

/**
 * Mean cross-entropy in nats over the targets that count: inputs logits [R, V] and targets [R] (int; negative: not counted);
 * output one number, 0 where nothing counts.
 */
public final class CrossEntropy extends FusedOp {
    /** The operation's name. */
    public static final String NAME = "patchbook_cross_entropy";

    /** For SameDiff. */
    public CrossEntropy() {}

    /** Puts the loss into the logits' graph. */
    public CrossEntropy(SDVariable logits, SDVariable targets) {
        super(logits.getSameDiff(), logits, targets);
    }

    @Override
    public String opName() {
        return NAME;
    }

    @Override
    public long[][] outputShapes(long[][] in) {
        return new long[][] {{}};
    }

    @Override
    public List<SDVariable> doDiff(List<SDVariable> dy) {
        return List.of(gradient(new SDVariable[] {arg(0), arg(1), dy.get(0)}, 0));
    }
}
