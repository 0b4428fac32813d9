package dev.patchbook.engine;

import dev.patchbook.base.NoRepeat;
import dev.patchbook.base.Probabilities;
import dev.patchbook.base.TensorView;
import dev.patchbook.config.SampleSettings;
import java.util.Arrays;
import java.util.List;

/**
 * How likely a model held every token at every place of a text. What a sampler would draw from under other settings follows from
 * it without the model.
 *
 * @param vocabulary every token by id, for display: its text, or a special token's name in angle brackets
 * @param logs log-probabilities in nats [places, V]
 */
public record TokenScores(List<String> vocabulary, TensorView logs) {
    /** Of no places. */
    public static final TokenScores NONE = new TokenScores(List.of(), new TensorView(new float[0], 0, 0));

    /** Copies the list. */
    public TokenScores {
        vocabulary = List.copyOf(vocabulary);
    }

    /**
     * A token that could stand at a place.
     *
     * @param token id
     * @param text for display
     * @param raw its probability under the model
     * @param adjusted what a sampler draws it with; 0 where it is excluded
     */
    public record Candidate(int token, String text, double raw, double adjusted) {}

    /** How many places there are. */
    public int places() {
        return logs.shape()[0];
    }

    /** Log-probabilities [V] at a place. */
    public float[] at(int place) {
        int size = logs.shape()[1];
        return Arrays.copyOfRange(logs.data(), place * size, (place + 1) * size);
    }

    /** What is unexpected in a token at a place: its negative log-probability, nats. */
    public double surprise(int place, int token) {
        return -logs.at(place, token);
    }

    /** Entropy of what the model expects at a place, nats. */
    public double entropy(int place) {
        return Probabilities.entropy(Probabilities.of(at(place)));
    }

    /**
     * Every token at a place, the likeliest under the model first.
     *
     * @param text ids before the place, for settings that refuse what would repeat
     */
    public List<Candidate> candidates(int place, SampleSettings settings, List<Integer> text) {
        float[] scores = at(place);
        double[] raw = Probabilities.of(scores);
        float[] allowed = NoRepeat.masked(scores, NoRepeat.refused(text, settings.noRepeat()));
        double[] adjusted = Probabilities.adjusted(allowed, settings.temperature(), settings.topK(), settings.topP());
        return Arrays.stream(Probabilities.likeliest(raw, raw.length))
                .mapToObj(token -> new Candidate(token, vocabulary.get(token), raw[token], adjusted[token]))
                .toList();
    }
}
