package dev.patchbook.config;

import static dev.patchbook.config.Require.multiple;
import static dev.patchbook.config.Require.positive;

/**
 * Sizes of the causal character decoder.
 *
 * @param width size of a token
 * @param blocks number of transformer blocks
 * @param heads attention heads of a block
 * @param positions longest sequence, visual tokens included
 * @param vocabulary number of token ids, special tokens included
 * @param pad id of the padding token, the last
 */
public record DecoderConfig(int width, int blocks, int heads, int positions, int vocabulary, int pad) {
    /** Checks the sizes. */
    public DecoderConfig {
        positive("decoder-width", width);
        positive("decoder-blocks", blocks);
        positive("heads", heads);
        positive("positions", positions);
        positive("vocabulary", vocabulary);
        multiple("decoder-width", width, "heads", heads);
    }
}
