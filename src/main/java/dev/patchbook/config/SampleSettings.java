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
 * @param beams how many beginnings are followed at once; 1: one, chosen token by token
 * @param noRepeat stretches of so many tokens never stand twice; 0: they may
 * @param endless whether to go on after the end token
 * @param step checkpoint whose weights are used; 0: those of now
 */
public record SampleSettings(
        String image,
        String prompt,
        int maxTokens,
        double temperature,
        int topK,
        double topP,
        long seed,
        int beams,
        int noRepeat,
        boolean endless,
        int step) {

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
                v.whole("beams"),
                v.whole("no-repeat"),
                v.text("stop").equals("never"),
                v.whole("step"));
    }

    /** The same with another seed. */
    public SampleSettings withSeed(long other) {
        return new SampleSettings(
                image, prompt, maxTokens, temperature, topK, topP, other, beams, noRepeat, endless, step);
    }

    /** The same, but token by token and drawn so. */
    public SampleSettings drawing(double newTemperature, int newTopK, double newTopP, long newSeed) {
        return new SampleSettings(
                image, prompt, maxTokens, newTemperature, newTopK, newTopP, newSeed, 1, noRepeat, endless, step);
    }

    /** Whether another draws from the same scores in the same way. */
    public boolean drawsLike(SampleSettings other) {
        return temperature == other.temperature
                && topK == other.topK
                && topP == other.topP
                && seed == other.seed
                && noRepeat == other.noRepeat;
    }

    /** The same at another checkpoint. */
    public SampleSettings at(int other) {
        return new SampleSettings(
                image, prompt, maxTokens, temperature, topK, topP, seed, beams, noRepeat, endless, other);
    }

    /** The same with another prompt. */
    public SampleSettings withPrompt(String other) {
        return new SampleSettings(
                image, other, maxTokens, temperature, topK, topP, seed, beams, noRepeat, endless, step);
    }
}
