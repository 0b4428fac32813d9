package dev.patchbook.config;

import java.util.Map;

/**
 * Settings of a data cell.
 *
 * @param file path, or {@code sample:NAME}
 * @param alphabet {@code data}, {@code shakespeare}, or the path of a text file
 * @param split {@code picture} or {@code tail}
 * @param repeat how often each row is repeated
 * @param validation share of the rows kept for validation
 * @param imageSize side of the square picture, pixels
 * @param normalize {@code none} or {@code imagenet}
 * @param maxLength longest caption, characters
 * @param seed chooses the split
 */
public record DataSettings(
        String file,
        String alphabet,
        String split,
        int repeat,
        double validation,
        int imageSize,
        String normalize,
        int maxLength,
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
                v.text("alphabet"),
                v.text("split"),
                v.whole("repeat"),
                v.decimal("validation"),
                v.whole("image-size"),
                v.text("normalize"),
                v.whole("max-length"),
                v.whole("seed"));
    }
}
