package dev.patchbook.chart;

/**
 * Names what was measured in a run.
 *
 * @param strip where it is drawn
 * @param name among the series of the strip; empty where there is but one
 */
public record SeriesKey(Strip strip, String name) {
    /** Loss of each batch, before its update. */
    public static final SeriesKey TRAINING = new SeriesKey(Strip.LOSS, "training");

    /** Loss of the validation rows. */
    public static final SeriesKey VALIDATION = new SeriesKey(Strip.LOSS, "validation");

    /** The learning rate used. */
    public static final SeriesKey LEARNING_RATE = new SeriesKey(Strip.LEARNING_RATE, "");

    /** Norm of the gradient before clipping. */
    public static final SeriesKey GRADIENT_NORM = new SeriesKey(Strip.GRADIENT_NORM, "");

    /** Rows a second. */
    public static final SeriesKey SPEED = new SeriesKey(Strip.SPEED, "");

    /** What it is called where its strip is not seen. */
    public String title() {
        if (strip == Strip.LOSS) {
            return name + " loss";
        }
        return name.isEmpty() ? strip.title() : strip.title() + " " + name;
    }
}
