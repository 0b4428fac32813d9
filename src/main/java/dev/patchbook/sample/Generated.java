package dev.patchbook.sample;

import java.util.List;

/**
 * What was generated.
 *
 * @param tokens ids after the prompt
 * @param finished whether a stop token was reached
 */
public record Generated(List<Integer> tokens, boolean finished) {
    /** Copies the list. */
    public Generated {
        tokens = List.copyOf(tokens);
    }

    /** The ids as an array. */
    public int[] ids() {
        return tokens.stream().mapToInt(Integer::intValue).toArray();
    }
}
