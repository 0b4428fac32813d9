package dev.patchbook.ui.view;

import dev.patchbook.chart.Numbers;
import dev.patchbook.chart.TokenWords;
import dev.patchbook.engine.TokenEvent;
import dev.patchbook.engine.TokenScores;
import java.util.List;
import java.util.function.IntFunction;

/**
 * A caption that is shown, as far as it is written.
 *
 * @param prompt what it starts with
 * @param letters the tokens after that
 * @param more whether another is to come
 * @param standing whose choices are shown while no token is chosen; -1: nobody's
 * @param choices what could stand at a place; asked for up to the place after the last token
 */
public record Caption(String prompt, List<Letter> letters, boolean more, int standing, IntFunction<Choices> choices) {
    /** Nothing. */
    public static final Caption NONE = new Caption("", List.of(), false, -1, place -> Choices.NONE);

    /** Copies the list. */
    public Caption {
        letters = List.copyOf(letters);
    }

    /** A caption as an engine tells it; the last token's choices are shown. */
    public static Caption of(String prompt, List<TokenEvent> tokens, boolean more) {
        List<TokenEvent> told = List.copyOf(tokens);
        List<Letter> letters = told.stream()
                .map(token -> new Letter(token.chosen().text(), token.chosen().probability()))
                .toList();
        return new Caption(
                prompt,
                letters,
                more,
                told.size() - 1,
                place -> place < told.size() ? choices(place, told.get(place)) : Choices.NONE);
    }

    private static Choices choices(int place, TokenEvent token) {
        List<TokenScores.Candidate> candidates = token.raw().stream()
                .map(each -> new TokenScores.Candidate(
                        each.token(), each.text(), each.probability(), adjusted(token, each.token())))
                .toList();
        return new Choices(
                place(place, token.chosen().text(), token.chosen().probability()),
                candidates,
                token.chosen().token());
    }

    private static double adjusted(TokenEvent token, int id) {
        return token.adjusted().stream()
                .filter(other -> other.token() == id)
                .mapToDouble(TokenEvent.Candidate::probability)
                .findFirst()
                .orElse(0);
    }

    /** A token that was written, in words. */
    public static String place(int place, String token, double probability) {
        return "character " + (place + 1) + ", " + TokenWords.spoken(token) + ": probability "
                + Numbers.probability(probability) + ", surprise "
                + Numbers.significant(TokenWords.surprise(probability), 2) + " nats";
    }
}
