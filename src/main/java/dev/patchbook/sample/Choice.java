package dev.patchbook.sample;

/**
 * One token chosen, and from what.
 *
 * @param index its number after the prompt, from 0
 * @param token its id
 * @param logits the scores it was chosen from [V]
 */
public record Choice(int index, int token, float[] logits) {
    /** Probability of the token under the model. */
    public double probability() {
        return Probabilities.of(logits)[token];
    }
}
