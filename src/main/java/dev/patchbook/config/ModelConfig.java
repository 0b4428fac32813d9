package dev.patchbook.config;

/**
 * All that is needed to build the model: the variant's switches and the sizes of its parts.
 *
 * @param variant the switches
 * @param vision the encoder's sizes
 * @param decoder the decoder's sizes
 * @param patchInit how the patch projection starts
 * @param lora the adapters it has
 */
public record ModelConfig(Variant variant, VisionConfig vision, DecoderConfig decoder, PatchInit patchInit, Lora lora) {
    /** Checks that visual tokens and at least one character fit into the positions, and adapters to the blocks. */
    public ModelConfig {
        int visual = variant.allPatches() ? vision.tokens() : 1;
        if (decoder.positions() <= visual) {
            throw new SettingException(
                    "positions",
                    "positions is " + decoder.positions() + ", but the picture alone takes " + visual + ".",
                    "Set positions to at least " + (visual + 32) + ".");
        }
        lora.requireIn(vision, decoder);
    }

    /** A model without adapters. */
    public ModelConfig(Variant variant, VisionConfig vision, DecoderConfig decoder, PatchInit patchInit) {
        this(variant, vision, decoder, patchInit, Lora.NONE);
    }

    /** The same model with other adapters. */
    public ModelConfig with(Lora other) {
        return new ModelConfig(variant, vision, decoder, patchInit, other);
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
