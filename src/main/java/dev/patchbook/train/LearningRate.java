package dev.patchbook.train;

import dev.patchbook.config.TrainSettings;

/** The learning rate of each step: constant, or a cosine down to a tenth (Loshchilov and Hutter, 2017), after a linear warm-up. */
public final class LearningRate {
    private static final double FLOOR = 0.1;
    private final TrainSettings settings;

    /** The schedule that settings describe. */
    public LearningRate(TrainSettings settings) {
        this.settings = settings;
    }

    /** The rate of step {@code step}, from 0. */
    public double at(long step) {
        double peak = settings.peak(step);
        int warmUp = settings.warmUp();
        if (step < warmUp) {
            return peak * (step + 1) / warmUp;
        }
        if (settings.schedule().equals("constant")) {
            return peak;
        }
        double span = Math.max(1, settings.scheduleSteps() - (double) warmUp);
        double done = Math.min(1, (step - warmUp) / span);
        return peak * (FLOOR + (1 - FLOOR) * 0.5 * (1 + Math.cos(Math.PI * done)));
    }
}
