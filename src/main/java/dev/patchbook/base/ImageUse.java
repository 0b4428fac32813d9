package dev.patchbook.base;

/**
 * Whether a model looks: the loss of the same captions with their own pictures, with each other's, and with none. Nats per counted
 * target.
 *
 * @param rows validation rows it was measured on; 0: it was not
 * @param loss with their own pictures
 * @param shuffled each caption with the picture of another row
 * @param blank every caption with one even colour, the mean of the rows' pictures
 */
public record ImageUse(int rows, double loss, double shuffled, double blank) {
    /** Not measured. */
    public static final ImageUse NONE = new ImageUse(0, Double.NaN, Double.NaN, Double.NaN);

    /** What the right picture saves over a wrong one, nats; near 0: the model does not look. */
    public double gap() {
        return shuffled - loss;
    }

    /** What the right picture saves over none, nats. */
    public double blankGap() {
        return blank - loss;
    }
}
