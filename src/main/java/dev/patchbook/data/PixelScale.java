package dev.patchbook.data;

import java.util.Locale;

/** How a picture's bytes become the model's floats. */
public enum PixelScale {
    /** 0 to 1. */
    NONE(new double[] {0, 0, 0}, new double[] {1, 1, 1}),
    /** 0 to 1, then less ImageNet's mean, over its deviation, colour by colour. */
    IMAGENET(new double[] {0.485, 0.456, 0.406}, new double[] {0.229, 0.224, 0.225});

    private final float[][] table = new float[3][256];

    PixelScale(double[] mean, double[] deviation) {
        for (int c = 0; c < 3; c++) {
            for (int v = 0; v < 256; v++) {
                table[c][v] = (float) ((v / 255.0 - mean[c]) / deviation[c]);
            }
        }
    }

    /** The name in files. */
    public String id() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** The scale a {@code normalize} setting names. */
    public static PixelScale of(String normalize) {
        return valueOf(normalize.toUpperCase(Locale.ROOT));
    }

    /**
     * Scales one picture.
     *
     * @param values [3, S, S], one unsigned byte a value
     * @param out floats to write to
     * @param offset where in them
     */
    public void scale(byte[] values, float[] out, int offset) {
        int plane = values.length / 3;
        for (int c = 0; c < 3; c++) {
            float[] colour = table[c];
            for (int i = c * plane; i < (c + 1) * plane; i++) {
                out[offset + i] = colour[values[i] & 255];
            }
        }
    }
}
