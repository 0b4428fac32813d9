package dev.patchbook.engine;

import java.util.List;

/**
 * A text as a model reads it.
 *
 * @param ids of its characters
 * @param first the first character that has scores: 0, or 1 where there is no begin token to read before it
 * @param scores of the places from {@code first} on, and of what would follow the text
 */
public record TextScores(List<Integer> ids, int first, TokenScores scores) {
    /** Of no text. */
    public static final TextScores NONE = new TextScores(List.of(), 0, TokenScores.NONE);

    /** Copies the list. */
    public TextScores {
        ids = List.copyOf(ids);
    }

    /** Negative log-probability of a character, nats; not a number where it has no scores. */
    public double surprise(int index) {
        return index < first ? Double.NaN : scores.surprise(index - first, ids.get(index));
    }
}
