package dev.patchbook.chart;

/**
 * Colours for numbers. The first two rise evenly in lightness, so that equal steps of the value look equal; the third is
 * for values with a sign, zero in its middle.
 */
public enum ColorMap {
    /** Dark violet to yellow (van der Walt and Smith, 2015), from a polynomial of degree six fitted by M. Zucker, CC0. */
    VIRIDIS(polynomial(
            0.2777273272234177,
            0.005407344544966578,
            0.3340998053353061,
            0.1050930431085774,
            1.404613529898575,
            1.384590162594685,
            -0.3308618287255563,
            0.214847559468213,
            0.09509516302823659,
            -4.634230498983486,
            -5.799100973351585,
            -19.33244095627987,
            6.228269936347081,
            14.17993336680509,
            56.69055260068105,
            4.776384997670288,
            -13.74514537774601,
            -65.35303263337234,
            -5.435455855934631,
            4.645852612178535,
            26.3124352495832)),
    /** Black over red to pale yellow (van der Walt and Smith, 2015), from M. Zucker's polynomial as well. */
    INFERNO(polynomial(
            0.0002189403691192265,
            0.001651004631001012,
            -0.01948089843709184,
            0.1065134194856116,
            0.5639564367884091,
            3.932712388889277,
            11.60249308247187,
            -3.972853965665698,
            -15.9423941062914,
            -41.70399613139459,
            17.43639888205313,
            44.35414519872813,
            77.162935699427,
            -33.40235894210092,
            -81.80730925738993,
            -71.31942824499214,
            32.62606426397723,
            73.20951985803202,
            25.13112622477341,
            -12.24266895238567,
            -23.07032500287172)),
    /** Blue below, orange above, near white at zero; our own anchors, joined in Oklab so that both arms fade evenly. */
    BLUE_ORANGE(Oklab.between(0x0A3069, 0x0969DA, 0x80B8F5, 0xF6F6F4, 0xF5A45D, 0xBC4C00, 0x5C2200));

    private static final int SIZE = 256;
    private final int[] table;

    ColorMap(int[] table) {
        this.table = table;
    }

    /** The colour at a share from 0 to 1, 0xFFRRGGBB; shares outside take the nearest end, NaN is fully transparent. */
    public int argb(double share) {
        if (Double.isNaN(share)) {
            return 0;
        }
        return table[(int) Math.round(Math.max(0, Math.min(1, share)) * (SIZE - 1))];
    }

    /** Perceived lightness of a colour 0xRRGGBB, from 0 to 1 (Ottosson's Oklab, 2020). */
    public static double lightness(int rgb) {
        return Oklab.of(rgb)[0];
    }

    private static int[] polynomial(double... coefficients) {
        int[] table = new int[SIZE];
        for (int i = 0; i < SIZE; i++) {
            double t = i / (SIZE - 1.0);
            int argb = 0xFF;
            for (int channel = 0; channel < 3; channel++) {
                double value = 0;
                for (int power = 6; power >= 0; power--) {
                    value = value * t + coefficients[3 * power + channel];
                }
                argb = argb << 8 | (int) Math.round(255 * Math.max(0, Math.min(1, value)));
            }
            table[i] = argb;
        }
        return table;
    }
}
