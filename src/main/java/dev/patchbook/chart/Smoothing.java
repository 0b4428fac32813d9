package dev.patchbook.chart;

/**
 * Exponential smoothing with the bias of its start taken out (Kingma and Ba, "Adam", 2015, section 3; the same as
 * TensorBoard's). Works on every value, before any reduction for drawing.
 */
public final class Smoothing {
    private Smoothing() {}

    /**
     * The smoothed values; one that is not finite stays as it is and does not count.
     *
     * @param values in the order measured
     * @param count how many of them
     * @param weight of the past, 0 (no smoothing) up to, not including, 1
     */
    public static double[] exponential(double[] values, int count, double weight) {
        if (!(weight >= 0 && weight < 1)) {
            throw new IllegalArgumentException("smoothing is " + weight + ", not in 0..1");
        }
        double[] smooth = new double[count];
        double sum = 0;
        double bias = 1;
        for (int i = 0; i < count; i++) {
            if (Double.isFinite(values[i])) {
                sum = weight * sum + (1 - weight) * values[i];
                bias *= weight;
                smooth[i] = sum / (1 - bias);
            } else {
                smooth[i] = values[i];
            }
        }
        return smooth;
    }
}
