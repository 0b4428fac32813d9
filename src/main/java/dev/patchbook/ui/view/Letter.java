package dev.patchbook.ui.view;

import dev.patchbook.chart.Numbers;
import dev.patchbook.chart.TokenWords;

/**
 * A token of a caption that is shown.
 *
 * @param text for display
 * @param probability under the model; not a number where that is not known
 * @param undecided entropy of what the model expected at its place, as a share of the most there can be; not a number where
 *     that is not known
 * @param apart whether it is marked
 */
public record Letter(String text, double probability, double undecided, boolean apart) {
    /** A token of which no more is known than how likely it was. */
    public Letter(String text, double probability) {
        this(text, probability, Double.NaN, false);
    }

    /** For a screen reader. */
    String words() {
        String name = "“" + TokenWords.spoken(text) + "”";
        if (Double.isNaN(probability)) {
            return name + ", given";
        }
        return name + ", probability " + Numbers.probability(probability) + ", surprise "
                + Numbers.significant(TokenWords.surprise(probability), 2) + " nats"
                + (Double.isNaN(undecided) ? "" : ", entropy " + Math.round(100 * undecided) + " % of the most")
                + (apart ? ", parts here" : "");
    }
}
