package dev.patchbook.engine;

import dev.patchbook.base.Probabilities;
import dev.patchbook.base.TensorView;
import java.util.Arrays;
import java.util.List;

/**
 * What a decoder would say next after each of its blocks, at each position.
 *
 * @param tokens names of the sequence's tokens, visual ones first
 * @param visualTokens how many of them are visual
 * @param vocabulary every token by id, for display
 * @param logs log-probabilities [1 + blocks, tokens, V] in nats, before the first block first
 * @param followed id of what follows each token in the text; -1 where nothing is known to
 * @param step updates the weights have had
 */
public record LensView(
        List<String> tokens,
        int visualTokens,
        List<String> vocabulary,
        TensorView logs,
        List<Integer> followed,
        long step) {
    /** Copies the lists. */
    public LensView {
        tokens = List.copyOf(tokens);
        vocabulary = List.copyOf(vocabulary);
        followed = List.copyOf(followed);
    }

    /** The first position of interest: patches read nothing that a letter follows. */
    public int first() {
        return visualTokens > 1 ? visualTokens : 0;
    }

    /** Probabilities of every token after so many blocks, at a position. */
    public double[] at(int blocks, int position) {
        int from = (blocks * tokens.size() + position) * vocabulary.size();
        return Probabilities.of(Arrays.copyOfRange(logs.data(), from, from + vocabulary.size()));
    }
}
