package dev.patchbook.engine;

import java.util.List;

/**
 * One token chosen.
 *
 * @param index its number after the prompt, from 0
 * @param chosen the token, with its probability under the model
 * @param raw the likeliest tokens under the model, best first
 * @param adjusted the likeliest tokens after temperature, top-k and top-p, best first
 */
public record TokenEvent(int index, Candidate chosen, List<Candidate> raw, List<Candidate> adjusted) {
    /**
     * A token that could follow.
     *
     * @param token id
     * @param text its character, or a special token's name in angle brackets
     * @param probability between 0 and 1
     */
    public record Candidate(int token, String text, double probability) {}
}
