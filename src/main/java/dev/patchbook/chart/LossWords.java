package dev.patchbook.chart;

/** A loss chart in words, for those who cannot see it. */
public final class LossWords {
    private LossWords() {}

    /** How long the run is, and where its losses began and are now. */
    public static String of(LossHistory history) {
        int last = history.size() - 1;
        if (last < 0) {
            return "Loss chart, no steps yet";
        }
        String text = "Loss chart, " + Numbers.count(history.size()) + (last == 0 ? " step" : " steps")
                + ", training loss from " + Numbers.loss(history.loss(0)) + " to " + Numbers.loss(history.loss(last))
                + " at step " + Numbers.count((long) history.step(last));
        int evaluation = history.evaluations() - 1;
        return evaluation < 0
                ? text
                : text + ", validation loss " + Numbers.loss(history.evaluationLoss(evaluation)) + " at step "
                        + Numbers.count((long) history.evaluationStep(evaluation));
    }
}
