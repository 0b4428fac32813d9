package dev.patchbook.engine;

import dev.patchbook.base.Picture;
import dev.patchbook.base.TensorView;

/**
 * A picture cut into patches.
 *
 * @param picture as given, reduced where very large
 * @param resized as the model sees it
 * @param grid patches along one side
 * @param patch side of a patch, pixels
 * @param norms length of each patch's embedding, [grid, grid]
 * @param positions cosine of the learned positions of each pair of tokens, CLS first, [1 + grid * grid, 1 + grid * grid]
 */
public record PatchView(
        Picture picture, Picture resized, int grid, int patch, TensorView norms, TensorView positions) {}
