package dev.patchbook.engine;

import dev.patchbook.base.Picture;
import dev.patchbook.base.TensorView;

/**
 * What one side of a comparison sees and says.
 *
 * @param step updates the weights have had
 * @param resized the picture as the model sees it
 * @param vision attention [blocks, heads, tokens, tokens], CLS first; rows are queries and sum to one
 * @param norms length of each patch's embedding, [grid, grid]
 * @param positions cosine of the learned positions of each pair of tokens, CLS first, [tokens, tokens]
 * @param written what the model writes of the picture, the likeliest character each time
 * @param own the picture's own caption; empty for a file
 * @param logs log-probability of each of its characters, nats; not a number for one that has none; of no places where the
 *     model cannot read it
 */
public record SideView(
        long step,
        Picture resized,
        TensorView vision,
        TensorView norms,
        TensorView positions,
        String written,
        String own,
        TensorView logs) {
    /** Checks that the sizes fit each other. */
    public SideView {
        int grid = norms.shape().length == 2 ? norms.shape()[0] : 0;
        int tokens = grid * grid + 1;
        boolean fits = grid > 0
                && norms.data().length == grid * grid
                && vision.shape().length == 4
                && vision.shape()[0] > 0
                && vision.shape()[1] > 0
                && vision.shape()[2] == tokens
                && vision.shape()[3] == tokens
                && positions.shape().length == 2
                && positions.data().length == tokens * tokens;
        int places = logs.data().length;
        if (!fits || places != 0 && places != own.codePointCount(0, own.length())) {
            throw new IllegalArgumentException("what a side of a comparison shows does not fit together");
        }
    }

    /** Patches along one side. */
    public int grid() {
        return norms.shape()[0];
    }
}
