package dev.patchbook.config;

import java.util.Map;

/**
 * Settings of a sample cell.
 *
 * @param image {@code validation N}, {@code train N}, or a picture file
 * @param prompt the characters the caption starts with
 * @param maxTokens tokens generated at most
 * @param temperature 0: greedy
 * @param topK 0: all
 * @param topP 1: all
 * @param seed chooses the draws
 * @param step checkpoint whose weights are used; 0: those of now
 */
public record SampleSettings(
        String image, String prompt, int maxTokens, double temperature, int topK, double topP, long seed, int step) {
    /**
     * Reads the settings; what is not written takes the default.
     *
     * @throws SettingException for an unknown key or a value that cannot be used
     */
    public static SampleSettings of(Map<String, String> written) {
        Values v = Values.of(Group.SAMPLE, written, Defaults.of(Group.SAMPLE, Preset.LAPTOP, Variant.STANDARD));
        return new SampleSettings(
                v.text("image"),
                v.text("prompt"),
                v.whole("max-tokens"),
                v.decimal("temperature"),
                v.whole("top-k"),
                v.decimal("top-p"),
                v.whole("seed"),
                v.whole("step"));
    }
}
