package dev.patchbook.config;

/**
 * All that is needed to build the model: the variant's switches and the sizes of its parts.
 *
 * @param variant the switches
 * @param vision the encoder's sizes
 * @param decoder the decoder's sizes
 * @param patchInit how the patch projection starts
 */
public record ModelConfig(Variant variant, VisionConfig vision, DecoderConfig decoder, PatchInit patchInit) {
    /** Checks that visual tokens and at least one character fit into the positions. */
    public ModelConfig {
        int visual = variant.allPatches() ? vision.tokens() : 1;
        if (decoder.positions() <= visual) {
            throw new SettingException(
                    "positions",
                    "positions is " + decoder.positions() + ", but the picture alone takes " + visual + ".",
                    "Set positions to at least " + (visual + 32) + ".");
        }
    }

    /** Visual tokens the decoder sees. */
    public int visualTokens() {
        return variant.allPatches() ? vision.tokens() : 1;
    }

    /** Hidden width of the projector of {@code published} and {@code standard}. */
    public int projectorHidden() {
        return 4 * vision.width();
    }

    /** Longest text that fits beside the visual tokens, in tokens. */
    public int textCapacity() {
        return decoder.positions() - visualTokens();
    }
}
