package dev.patchbook.engine;

import dev.patchbook.base.Picture;
import dev.patchbook.base.TensorView;
import java.util.List;

/**
 * Every attention map for one picture and its caption. Rows are queries and sum to one.
 *
 * @param resized the picture as the model sees it
 * @param grid patches along one side
 * @param vision [blocks, heads, tokens, tokens], CLS first
 * @param text [blocks, heads, sequence, sequence], visual tokens first
 * @param tokens names of the sequence's tokens, visual ones included
 * @param visualTokens how many of them are visual
 * @param step updates the weights have had
 */
public record AttentionView(
        Picture resized,
        int grid,
        TensorView vision,
        TensorView text,
        List<String> tokens,
        int visualTokens,
        long step) {}
