package dev.patchbook.engine;

import dev.patchbook.base.Picture;
import dev.patchbook.base.TensorView;
import java.util.List;
import java.util.Optional;

/**
 * Which patches each token of a text rests on, measured in several ways on the same weights. Maps are [tokens, grid, grid].
 *
 * @param resized the picture as the model sees it
 * @param grid patches along one side
 * @param tokens the tokens that were asked about, for display; the end token last, where the model has one
 * @param logs log-probability of each, given the picture and all before it, nats
 * @param attention weights on patches at the position the token is written from, mean over decoder blocks and heads; empty
 *     where the decoder is handed the picture as one token
 * @param gradient length of the gradient of the log-probability by each patch's pixels
 * @param occlusion how much the log-probability falls when the patch is covered, nats; negative where it rises
 * @param step updates the weights have had
 */
public record TokenMaps(
        Picture resized,
        int grid,
        List<String> tokens,
        TensorView logs,
        Optional<TensorView> attention,
        TensorView gradient,
        TensorView occlusion,
        long step) {
    /** Copies the list. */
    public TokenMaps {
        tokens = List.copyOf(tokens);
    }
}
