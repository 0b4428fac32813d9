package dev.patchbook.chart;

import java.util.Arrays;

/**
 * The losses of one run, appended as they come. Not safe for several threads: it belongs to the thread that draws it. Steps
 * ascend; a loss may be not finite where a run diverged.
 */
public final class LossHistory {
    private final Column steps = new Column();
    private final Column losses = new Column();
    private final Column elapsed = new Column();
    private final Column validationSteps = new Column();
    private final Column validationLosses = new Column();
    private final Column validationElapsed = new Column();

    /** A history of given steps, losses and milliseconds each step took, for a run that is over. */
    public static LossHistory of(double[] steps, double[] losses, double[] milliseconds) {
        if (steps.length != losses.length || steps.length != milliseconds.length) {
            throw new IllegalArgumentException(
                    steps.length + " steps, " + losses.length + " losses, " + milliseconds.length + " times");
        }
        LossHistory history = new LossHistory();
        for (int i = 0; i < steps.length; i++) {
            history.addStep(steps[i], losses[i], milliseconds[i]);
        }
        return history;
    }

    /** Appends one step; {@code milliseconds} is how long it took. */
    public void addStep(double step, double loss, double milliseconds) {
        steps.add(step);
        losses.add(loss);
        elapsed.add((elapsed.size == 0 ? 0 : elapsed.last()) + milliseconds / 1000);
    }

    /** Appends a validation loss, measured when so many updates were done. */
    public void addEvaluation(double step, double loss) {
        validationSteps.add(step);
        validationLosses.add(loss);
        validationElapsed.add(elapsed.size == 0 ? 0 : elapsed.last());
    }

    /** Forgets everything. */
    public void clear() {
        for (Column column :
                new Column[] {steps, losses, elapsed, validationSteps, validationLosses, validationElapsed}) {
            column.size = 0;
        }
    }

    /** Number of steps. */
    public int size() {
        return steps.size;
    }

    /** Number of evaluations. */
    public int evaluations() {
        return validationSteps.size;
    }

    /** The i-th step's number. */
    public double step(int i) {
        return steps.values[i];
    }

    /** The i-th step's loss. */
    public double loss(int i) {
        return losses.values[i];
    }

    /** Seconds of training until the i-th step was done; pauses do not count. */
    public double seconds(int i) {
        return elapsed.values[i];
    }

    /** The i-th evaluation's number of updates. */
    public double evaluationStep(int i) {
        return validationSteps.values[i];
    }

    /** The i-th evaluation's loss. */
    public double evaluationLoss(int i) {
        return validationLosses.values[i];
    }

    /** Steps or seconds of the steps; the array may be longer than {@link #size()}. */
    double[] xs(boolean time) {
        return time ? elapsed.values : steps.values;
    }

    /** Losses of the steps; the array may be longer than {@link #size()}. */
    double[] ys() {
        return losses.values;
    }

    /** Steps or seconds of the evaluations; may be longer than {@link #evaluations()}. */
    double[] validationXs(boolean time) {
        return time ? validationElapsed.values : validationSteps.values;
    }

    /** Losses of the evaluations; may be longer than {@link #evaluations()}. */
    double[] validationYs() {
        return validationLosses.values;
    }

    /** A growing list of numbers. */
    private static final class Column {
        private double[] values = new double[64];
        private int size;

        void add(double value) {
            if (size == values.length) {
                values = Arrays.copyOf(values, 2 * size);
            }
            values[size++] = value;
        }

        double last() {
            return values[size - 1];
        }
    }
}
