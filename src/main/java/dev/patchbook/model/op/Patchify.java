package dev.patchbook.model.op;

import java.util.List;
import org.nd4j.autodiff.samediff.SDVariable;

/**
 * Cuts pictures into flattened patches: input [B, 3, S, S]; output [B*N, 3*P*P], patches row by row, each ordered colour, row,
 * column, as the weights of a convolution with stride P are.
 */
public final class Patchify extends FusedOp {
    /** The operation's name. */
    public static final String NAME = "patchbook_patchify";

    /** For SameDiff. */
    public Patchify() {}

    /** Puts the operation into the pictures' graph. */
    public Patchify(SDVariable images, int patch) {
        super(images.getSameDiff(), images);
        addIArgument(patch);
    }

    @Override
    public String opName() {
        return NAME;
    }

    @Override
    public long[][] outputShapes(long[][] in) {
        long patch = whole(0);
        long grid = in[0][2] / patch;
        return new long[][] {{in[0][0] * grid * grid, 3 * patch * patch}};
    }

    @Override
    public List<SDVariable> doDiff(List<SDVariable> dy) {
        return List.of(gradient(new SDVariable[] {dy.get(0), arg(0)}, 1));
    }
}
