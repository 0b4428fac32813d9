package dev.patchbook.config;

import java.util.Map;

/**
 * Settings of a data cell.
 *
 * @param file paths with commas between them, or {@code sample:NAME}
 * @param imageColumn what the pictures' field is called; empty: guessed
 * @param captionColumn what the captions' field is called; empty: guessed
 * @param alphabet {@code data}, {@code shakespeare}, or the path of a text file
 * @param unknown what becomes of characters outside the alphabet: {@code report}, {@code map} or {@code add}
 * @param normalizeText {@code none}, {@code nfc} or {@code nfkc}
 * @param split {@code picture}, {@code stratified} or {@code tail}
 * @param repeat how often each row is repeated
 * @param validation share of the rows kept for validation
 * @param imageSize side of the square picture, pixels
 * @param background colour under transparent pixels, 0xRRGGBB
 * @param normalize {@code none} or {@code imagenet}
 * @param maxLength longest caption, characters
 * @param tooLong what becomes of longer ones: {@code report} or {@code cut}
 * @param seed chooses the split
 */
public record DataSettings(
        String file,
        String imageColumn,
        String captionColumn,
        String alphabet,
        String unknown,
        String normalizeText,
        String split,
        int repeat,
        double validation,
        int imageSize,
        int background,
        String normalize,
        int maxLength,
        String tooLong,
        long seed) {

    /**
     * Reads the settings; what is not written takes the default of preset and variant.
     *
     * @throws SettingException for an unknown key or a value that cannot be used
     */
    public static DataSettings of(Map<String, String> written, Preset preset, Variant variant) {
        Values v = Values.of(Group.DATA, written, Defaults.of(Group.DATA, preset, variant));
        return new DataSettings(
                v.text("file"),
                v.text("image-column"),
                v.text("caption-column"),
                v.text("alphabet"),
                v.text("unknown"),
                v.text("normalize-text"),
                v.text("split"),
                v.whole("repeat"),
                v.decimal("validation"),
                v.whole("image-size"),
                Colour.parse(v.text("background")),
                v.text("normalize"),
                v.whole("max-length"),
                v.text("too-long"),
                v.whole("seed"));
    }
}
