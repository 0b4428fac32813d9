package dev.patchbook.session;

import dev.patchbook.config.SampleSettings;
import dev.patchbook.engine.TokenScores;
import dev.patchbook.engine.TokenScores.Candidate;
import java.util.ArrayList;
import java.util.List;

/**
 * A text of a tree from its prompt to its end.
 *
 * @param number 0 the caption, n the n-th branch
 * @param parent the line it parts from; its own number where it parts from none
 * @param at where it parts
 * @param ids all tokens after the prompt, the one that ended it included
 * @param scores how likely every token was at the place of each of these
 * @param finished whether an end token was reached
 * @param settings how it was written
 */
public record TextLine(
        int number,
        int parent,
        int at,
        List<Integer> ids,
        TokenScores scores,
        boolean finished,
        SampleSettings settings) {
    private static final String BEGIN = "<begin>";

    /** Copies the list. */
    public TextLine {
        ids = List.copyOf(ids);
    }

    /** How many tokens it has after the prompt. */
    public int length() {
        return ids.size();
    }

    /** A token for display. */
    public String token(int place) {
        return scores.vocabulary().get(ids.get(place));
    }

    /** How likely the token at a place was. */
    public double probability(int place) {
        return Math.exp(-scores.surprise(place, ids.get(place)));
    }

    /** Log-probability of so many first tokens, nats. */
    public double logProbability(int places) {
        double sum = 0;
        for (int i = 0; i < places; i++) {
            sum -= scores.surprise(i, ids.get(i));
        }
        return sum;
    }

    /** Of all of it. */
    public double logProbability() {
        return logProbability(length());
    }

    /** The prompt and the characters after it, special tokens left out. */
    public String text() {
        return settings.prompt() + text(0, length());
    }

    /** The characters from one place to another. */
    public String text(int from, int to) {
        StringBuilder text = new StringBuilder();
        for (int i = from; i < to; i++) {
            String token = token(i);
            text.append(token.codePointCount(0, token.length()) == 1 ? token : "");
        }
        return text.toString();
    }

    /** Every token at a place, the likeliest first, as settings would draw from them. */
    public List<Candidate> candidates(int place, SampleSettings how) {
        List<Integer> before = new ArrayList<>();
        int begin = scores.vocabulary().indexOf(BEGIN);
        if (begin >= 0) {
            before.add(begin);
        }
        scores.ids(settings.prompt()).ifPresent(before::addAll);
        before.addAll(ids.subList(0, place));
        return scores.candidates(place, how, before);
    }

    /** How many first tokens it has in common with a text. */
    int common(List<Integer> other) {
        int same = 0;
        while (same < Math.min(ids.size(), other.size()) && ids.get(same).equals(other.get(same))) {
            same++;
        }
        return same;
    }
}
