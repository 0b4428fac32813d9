package dev.patchbook.engine;

import java.util.List;

/**
 * Several captions of one picture.
 *
 * @param rows in the order of their seeds, or the likeliest first where beams were followed
 * @param different how many differ
 * @param distinctWords different words over all words (distinct-1)
 * @param distinctPairs different pairs of neighbouring words over all pairs (distinct-2)
 */
public record SampleTable(List<Row> rows, int different, double distinctWords, double distinctPairs) {
    /** Copies the list. */
    public SampleTable {
        rows = List.copyOf(rows);
    }

    /**
     * A caption.
     *
     * @param seed it was drawn with
     * @param caption prompt included, special tokens left out
     * @param logProbability of what follows the prompt under the model, nats
     * @param tokens how many tokens that is, the one that stopped included
     * @param finished whether an end token was reached
     */
    public record Row(long seed, String caption, double logProbability, int tokens, boolean finished) {}
}
