package dev.patchbook.augment;

/** Brightness, contrast and colour strength, which DataVec has no transforms for. */
final class Colours {
    private Colours() {}

    /**
     * Changes a picture in place.
     *
     * @param values [3, S, S]
     * @param brightness factor of all values
     * @param contrast factor of their distance from the picture's mean
     * @param strength factor of their distance from the pixel's grey
     */
    static void change(byte[] values, double brightness, double contrast, double strength) {
        int plane = values.length / 3;
        double sum = 0;
        for (byte value : values) {
            sum += value & 255;
        }
        double mean = sum / values.length * brightness;
        for (int i = 0; i < plane; i++) {
            double red = even(values[i], brightness, contrast, mean);
            double green = even(values[plane + i], brightness, contrast, mean);
            double blue = even(values[2 * plane + i], brightness, contrast, mean);
            double grey = 0.299 * red + 0.587 * green + 0.114 * blue;
            values[i] = clip(grey + (red - grey) * strength);
            values[plane + i] = clip(grey + (green - grey) * strength);
            values[2 * plane + i] = clip(grey + (blue - grey) * strength);
        }
    }

    private static double even(byte value, double brightness, double contrast, double mean) {
        return mean + ((value & 255) * brightness - mean) * contrast;
    }

    private static byte clip(double value) {
        return (byte) Math.max(0, Math.min(255, Math.round(value)));
    }
}
