package dev.patchbook.cli;

import dev.patchbook.config.Group;
import dev.patchbook.config.SampleSettings;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** How a caption's characters are chosen; for every command that writes captions. */
final class SamplingOptions {
    @Option(names = "--prompt", paramLabel = "TEXT", description = "The characters the caption starts with.")
    private String prompt = "";

    @Option(names = "--max-tokens", paramLabel = "N", description = "Characters generated at most; 64 unless told.")
    private int maxTokens = 64;

    @Option(names = "--greedy", description = "Always the likeliest character.")
    private boolean greedy;

    @Option(names = "--temperature", paramLabel = "X", description = "Higher is bolder; 0 is greedy.")
    private @Nullable Double temperature;

    @Option(names = "--top-k", paramLabel = "N", description = "Choose among the N likeliest.")
    private @Nullable Integer topK;

    @Option(
            names = "--top-p",
            paramLabel = "X",
            description = "Choose among the likeliest that together have this probability.")
    private @Nullable Double topP;

    @Option(names = "--seed", paramLabel = "N", description = "Chooses the draws.")
    private @Nullable Long seed;

    @Option(names = "--beams", paramLabel = "N", description = "Follow N beginnings for the likeliest caption.")
    private int beams = 1;

    @Option(
            names = "--no-repeat",
            paramLabel = "N",
            description = "Never write a stretch of N characters twice; 0, the default: it may be.")
    private int noRepeat;

    String prompt() {
        return prompt;
    }

    /**
     * The settings of the options, checked.
     *
     * @param image as a sample cell names it
     * @param several whether several captions are asked for, which differ only where they are drawn
     */
    SampleSettings settings(String image, boolean several) {
        boolean sampled = temperature != null || topK != null || topP != null || seed != null;
        if (greedy && sampled) {
            throw new UsageException(
                    "--greedy leaves nothing to sample.",
                    "Leave out --greedy, or --temperature, --top-k, --top-p and --seed.");
        }
        if (beams > 1 && sampled) {
            throw new UsageException(
                    "--beams draws nothing.", "Leave out --beams, or --temperature, --top-k, --top-p and --seed.");
        }
        double drawn = sampled || several && !greedy && beams == 1 ? 1 : 0;
        double heat = temperature == null ? drawn : temperature;
        require(heat >= 0, "--temperature", heat, "0 or more; 0 is greedy");
        require(topK == null || topK >= 1, "--top-k", topK, "1 or more");
        require(topP == null || topP >= 0 && topP <= 1, "--top-p", topP, "a number from 0 to 1");
        SampleSettings settings = new SampleSettings(
                image,
                prompt,
                maxTokens,
                heat,
                topK == null ? 0 : topK,
                topP == null ? 1 : topP,
                seed == null ? 1 : seed,
                beams,
                noRepeat,
                false,
                0);
        Choices.check(Group.SAMPLE, "max-tokens", settings.maxTokens());
        Choices.check(Group.SAMPLE, "temperature", settings.temperature());
        Choices.check(Group.SAMPLE, "top-k", settings.topK());
        Choices.check(Group.SAMPLE, "seed", settings.seed());
        Choices.check(Group.SAMPLE, "beams", settings.beams());
        Choices.check(Group.SAMPLE, "no-repeat", settings.noRepeat());
        return settings;
    }

    private static void require(boolean holds, String option, @Nullable Object value, String wanted) {
        if (!holds) {
            throw new UsageException(option + " is " + value + ".", "Give " + wanted + ".");
        }
    }
}
