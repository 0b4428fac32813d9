package dev.patchbook.engine;

import dev.patchbook.base.Picture;
import dev.patchbook.config.SampleSettings;
import java.util.List;

/**
 * A caption.
 *
 * @param caption prompt included, special tokens left out
 * @param settings how it was written
 * @param tokens what was chosen, and from what
 * @param picture as given, reduced where very large
 * @param resized as the model sees it
 * @param reference the row's own caption; empty for a file
 * @param truth how likely the model holds that caption; of no places where there is none, or it cannot be read
 * @param finished whether an end token was reached
 * @param scores how likely every token was at the place of each of {@code tokens}
 * @param others where beams were followed, all texts found, the caption first
 */
public record Generation(
        String caption,
        SampleSettings settings,
        List<TokenEvent> tokens,
        Picture picture,
        Picture resized,
        String reference,
        TextScores truth,
        boolean finished,
        TokenScores scores,
        List<Other> others) {
    /** Copies the lists. */
    public Generation {
        tokens = List.copyOf(tokens);
        others = List.copyOf(others);
        if (scores.places() != tokens.size()) {
            throw new IllegalArgumentException(tokens.size() + " tokens, but scores of " + scores.places() + " places");
        }
    }

    /** What it starts with. */
    public String prompt() {
        return settings.prompt();
    }

    /**
     * A text that beams led to.
     *
     * @param caption prompt included
     * @param logProbability of what follows the prompt, nats
     * @param finished whether an end token was reached
     */
    public record Other(String caption, double logProbability, boolean finished) {}
}
