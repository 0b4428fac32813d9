package dev.patchbook.engine;

import dev.patchbook.base.Picture;
import dev.patchbook.base.TensorView;
import java.util.List;

/**
 * Which patches each token of a written text rests on, told in one way.
 *
 * @param resized the picture as the model sees it
 * @param grid patches along one side
 * @param way how it is told
 * @param attends whether the decoder is handed every patch, so that there is attention to patches
 * @param tokens the tokens after the prompt, for display; fewer than asked for where the model has no room for all
 * @param logs log-probability of each, given the picture and all before it, nats
 * @param maps [tokens, grid, grid]
 * @param step updates the weights have had
 */
public record TokenTrace(
        Picture resized,
        int grid,
        TraceLook.Way way,
        boolean attends,
        List<String> tokens,
        TensorView logs,
        TensorView maps,
        long step) {
    /** Copies the list. */
    public TokenTrace {
        tokens = List.copyOf(tokens);
    }
}
