package dev.patchbook.ui.cell;

import dev.patchbook.base.Probabilities;
import dev.patchbook.chart.Numbers;
import dev.patchbook.chart.TokenWords;
import dev.patchbook.config.SampleSettings;
import dev.patchbook.engine.TextScores;
import dev.patchbook.engine.TokenScores;
import dev.patchbook.session.TextLine;
import dev.patchbook.ui.view.Caption;
import dev.patchbook.ui.view.Choices;
import dev.patchbook.ui.view.Letter;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;

/** Texts with what the model held likely at each place, as captions to show. */
final class Written {
    private static final int TAIL = 16;
    private static final int LIKELIEST = 5;

    private Written() {}

    /** The first tokens of a line, and what could come next as settings would draw it. */
    static Caption of(TextLine line, int place, SampleSettings draws) {
        boolean more = place < line.length();
        int standing = more ? place : place - 1;
        return new Caption(
                line.settings().prompt(),
                letters(line, place, -1),
                more,
                standing,
                at -> choices(line, at, place, draws));
    }

    /** The first tokens of a line; one of them marked. */
    static List<Letter> letters(TextLine line, int places, int apart) {
        List<Letter> letters = new ArrayList<>();
        for (int i = 0; i < places; i++) {
            letters.add(letter(line.scores(), i, line.ids().get(i), i == apart));
        }
        return letters;
    }

    private static Letter letter(TokenScores scores, int place, int token, boolean apart) {
        return new Letter(
                scores.vocabulary().get(token),
                Math.exp(-scores.surprise(place, token)),
                scores.entropy(place) / most(scores),
                apart);
    }

    /** Entropy where all tokens are alike. */
    private static double most(TokenScores scores) {
        return Math.log(Math.max(2, scores.vocabulary().size()));
    }

    private static Choices choices(TextLine line, int at, int place, SampleSettings draws) {
        boolean next = at == place;
        TokenScores scores = line.scores();
        String entropy = entropy(
                scores,
                at,
                Probabilities.entropy(line.candidates(at, draws).stream()
                        .mapToDouble(TokenScores.Candidate::adjusted)
                        .toArray()));
        String words = next
                ? "next after “" + tail(line.settings().prompt() + line.text(0, at)) + "”, " + entropy
                : Caption.place(at, line.token(at), line.probability(at)) + ", " + entropy;
        return new Choices(
                words, line.candidates(at, draws), next ? -1 : line.ids().get(at));
    }

    private static String entropy(TokenScores scores, int at, double drawn) {
        double raw = scores.entropy(at);
        return "entropy " + Numbers.significant(raw, 2) + " of at most " + Numbers.significant(most(scores), 2)
                + " nats" + (Math.abs(raw - drawn) > 0.005 ? ", as drawn " + Numbers.significant(drawn + 0.0, 2) : "");
    }

    private static String tail(String text) {
        int length = text.codePointCount(0, text.length());
        return length <= TAIL ? text : "…" + text.substring(text.offsetByCodePoints(text.length(), -TAIL));
    }

    /** The tokens of a caption that was given, as the model reads it. */
    static List<Letter> given(TextScores read) {
        List<Letter> letters = new ArrayList<>();
        for (int i = 0; i < read.ids().size(); i++) {
            int token = read.ids().get(i);
            letters.add(
                    i < read.first()
                            ? new Letter(read.scores().vocabulary().get(token), Double.NaN)
                            : letter(read.scores(), i - read.first(), token, false));
        }
        return letters;
    }

    /** A token of a caption that was given, and what the model held likely in its place. */
    static String instead(TextScores read, int index) {
        int token = read.ids().get(index);
        String name = read.scores().vocabulary().get(token);
        if (index < read.first()) {
            return "character " + (index + 1) + ", " + TokenWords.spoken(name) + ": given";
        }
        int place = index - read.first();
        double[] all = Probabilities.of(read.scores().at(place));
        String likely = Arrays.stream(Probabilities.likeliest(all, LIKELIEST))
                .mapToObj(id ->
                        TokenWords.spoken(read.scores().vocabulary().get(id)) + " " + Numbers.probability(all[id]))
                .collect(Collectors.joining(", "));
        return Caption.place(index, name, all[token]) + "; likeliest there: " + likely;
    }

    /** How likely a caption that was given is, in words. */
    static String likelihood(TextScores read) {
        double sum = 0;
        int counted = read.ids().size() - read.first();
        for (int i = read.first(); i < read.ids().size(); i++) {
            sum += read.surprise(i);
        }
        return "log-probability " + Numbers.significant(-sum, 3) + " nats, surprise "
                + Numbers.significant(sum / Math.max(1, counted), 2) + " a character";
    }

    /** The first character of a text that the model does not know. */
    static String unknown(TokenScores scores, String text) {
        return text.codePoints()
                .mapToObj(Character::toString)
                .filter(each -> scores.ids(each).isEmpty())
                .findFirst()
                .orElse(text);
    }

    /** A text in one line, blanks at its ends drawn so that one sees them. */
    static String visible(TextLine line, int from, int to) {
        StringBuilder text = new StringBuilder();
        for (int i = from; i < to; i++) {
            String token = line.token(i);
            boolean edge = i == from || i == to - 1;
            text.append(token.equals(" ") && !edge ? " " : TokenWords.visible(token));
        }
        return text.toString();
    }
}
