package dev.patchbook.ui.view;

import dev.patchbook.engine.TokenScores.Candidate;
import java.util.List;

/**
 * What could stand at a place of a caption.
 *
 * @param words which place it is, for people
 * @param candidates the likeliest first; none where that is not known
 * @param chosen the one that stands there; -1: none does
 */
public record Choices(String words, List<Candidate> candidates, int chosen) {
    /** Of no place. */
    public static final Choices NONE = new Choices("", List.of(), -1);

    /** Copies the list. */
    public Choices {
        candidates = List.copyOf(candidates);
    }
}
