package dev.patchbook.config;

import java.util.Locale;
import java.util.Map;

/**
 * Settings of a model cell.
 *
 * @param preset sizes and training settings under one name
 * @param variant the switches
 * @param patchSize side of a patch, pixels
 * @param visionWidth size of a vision token
 * @param visionBlocks blocks of the vision transformer
 * @param decoderWidth size of a decoder token
 * @param decoderBlocks blocks of the decoder
 * @param heads heads of every block
 * @param positions longest sequence of the decoder
 * @param patchInit how the patch projection starts
 */
public record ModelSettings(
        Preset preset,
        Variant variant,
        int patchSize,
        int visionWidth,
        int visionBlocks,
        int decoderWidth,
        int decoderBlocks,
        int heads,
        int positions,
        PatchInit patchInit) {

    /**
     * Reads the settings; what is not written takes the default of preset and variant.
     *
     * @throws SettingException for an unknown key or a value that cannot be used
     */
    public static ModelSettings of(Map<String, String> written) {
        Schema.check(Group.MODEL, written);
        Preset preset = preset(written);
        Variant variant = variant(written);
        Values v = Values.of(Group.MODEL, written, Defaults.of(Group.MODEL, preset, variant));
        return new ModelSettings(
                preset,
                variant,
                v.whole("patch-size"),
                v.whole("vision-width"),
                v.whole("vision-blocks"),
                v.whole("decoder-width"),
                v.whole("decoder-blocks"),
                v.whole("heads"),
                v.whole("positions"),
                PatchInit.valueOf(v.text("patch-init").toUpperCase(Locale.ROOT)));
    }

    /** The preset written, or {@code laptop}. */
    public static Preset preset(Map<String, String> written) {
        return Preset.valueOf(written.getOrDefault("preset", "laptop").toUpperCase(Locale.ROOT));
    }

    /** The variant written, or the preset's own. */
    public static Variant variant(Map<String, String> written) {
        String variant = written.get("variant");
        return variant == null ? preset(written).defaultVariant() : Variant.valueOf(variant.toUpperCase(Locale.ROOT));
    }

    /**
     * The sizes of the model for pictures and an alphabet.
     *
     * @param imageSize side of the pictures, pixels
     * @param vocabulary token ids, special tokens included
     * @param pad id of the padding token
     * @throws SettingException where sizes do not fit each other
     */
    public ModelConfig config(int imageSize, int vocabulary, int pad) {
        return new ModelConfig(
                variant,
                new VisionConfig(imageSize, patchSize, visionWidth, visionBlocks, heads),
                new DecoderConfig(decoderWidth, decoderBlocks, heads, positions, vocabulary, pad),
                patchInit);
    }
}
