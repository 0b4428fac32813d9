package dev.patchbook.session;

import dev.patchbook.config.SampleSettings;
import dev.patchbook.engine.TokenScores;
import java.util.List;

/**
 * A text that parts from another of the same picture: at a token a person chose, or where other settings chose another.
 *
 * @param parent the line it parts from: 0 the caption, n the n-th branch
 * @param at number of the token where it parts, after the prompt
 * @param ids its tokens from there on, the one that ended it included
 * @param scores how likely every token was at the place of each of these
 * @param finished whether an end token was reached
 * @param settings how what was not chosen by hand was chosen
 */
public record Branch(
        int parent, int at, List<Integer> ids, TokenScores scores, boolean finished, SampleSettings settings) {
    /** Copies the list and checks that the parts fit. */
    public Branch {
        ids = List.copyOf(ids);
        int vocabulary = scores.vocabulary().size();
        if (ids.isEmpty() || ids.size() != scores.places() || parent < 0 || at < 0) {
            throw new IllegalArgumentException("a branch of " + ids.size() + " tokens from " + parent + " at " + at);
        }
        if (ids.stream().anyMatch(id -> id < 0 || id >= vocabulary)) {
            throw new IllegalArgumentException("a token that is not in the vocabulary");
        }
    }
}
