package dev.patchbook.engine;

import dev.patchbook.base.NoRepeat;
import dev.patchbook.base.Probabilities;
import dev.patchbook.base.TensorView;
import dev.patchbook.config.SampleSettings;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

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
        if (logs.shape().length != 2 || logs.shape()[1] != vocabulary.size()) {
            throw new IllegalArgumentException("scores do not fit " + vocabulary.size() + " tokens");
        }
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

    /** The first places alone. */
    public TokenScores first(int places) {
        int size = logs.shape()[1];
        return new TokenScores(vocabulary, new TensorView(Arrays.copyOf(logs.data(), places * size), places, size));
    }

    /** The places from one on. */
    public TokenScores from(int place) {
        int size = logs.shape()[1];
        float[] rest = Arrays.copyOfRange(logs.data(), place * size, logs.data().length);
        return new TokenScores(vocabulary, new TensorView(rest, places() - place, size));
    }

    /** These places and after them another's, of the same vocabulary. */
    public TokenScores then(TokenScores more) {
        if (places() == 0 || more.places() == 0) {
            return places() == 0 ? more : this;
        }
        if (!vocabulary.equals(more.vocabulary)) {
            throw new IllegalArgumentException("scores of another vocabulary");
        }
        float[] all = Arrays.copyOf(logs.data(), logs.data().length + more.logs.data().length);
        System.arraycopy(more.logs.data(), 0, all, logs.data().length, more.logs.data().length);
        return new TokenScores(vocabulary, new TensorView(all, places() + more.places(), vocabulary.size()));
    }

    /** Ids of a text's characters; empty where one of them is not known. */
    public Optional<List<Integer>> ids(String text) {
        List<Integer> ids = text.codePoints()
                .mapToObj(c -> vocabulary.indexOf(Character.toString(c)))
                .toList();
        return ids.contains(-1) ? Optional.empty() : Optional.of(ids);
    }

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
