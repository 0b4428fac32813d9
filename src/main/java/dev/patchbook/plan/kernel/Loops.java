package dev.patchbook.plan.kernel;

/**
 * Short loops over Java arrays, one purpose each, which the JIT turns into vector instructions. Sums run in several lanes: the
 * JIT keeps the order of floating-point sums, so a plain loop would stay scalar.
 */
final class Loops {
    private static final float EXP_LEAST = -87f;
    private static final float LOG2_E = 1.442695f;
    private static final float LN_2_HIGH = 0.69335938f;
    private static final float LN_2_LOW = -2.1219444e-4f;
    private static final float ROUND = 12582912f; // 1.5 * 2^23: adding it leaves no room for digits after the point

    private Loops() {}

    static float sum(float[] a, int from, int to) {
        float s0 = 0;
        float s1 = 0;
        float s2 = 0;
        float s3 = 0;
        float s4 = 0;
        float s5 = 0;
        float s6 = 0;
        float s7 = 0;
        int i = from;
        for (; i + 7 < to; i += 8) {
            s0 += a[i];
            s1 += a[i + 1];
            s2 += a[i + 2];
            s3 += a[i + 3];
            s4 += a[i + 4];
            s5 += a[i + 5];
            s6 += a[i + 6];
            s7 += a[i + 7];
        }
        for (; i < to; i++) {
            s0 += a[i];
        }
        return (s0 + s4) + (s1 + s5) + ((s2 + s6) + (s3 + s7));
    }

    static float squaredDistance(float[] a, float mean, int n) {
        float s0 = 0;
        float s1 = 0;
        float s2 = 0;
        float s3 = 0;
        float s4 = 0;
        float s5 = 0;
        float s6 = 0;
        float s7 = 0;
        int i = 0;
        for (; i + 7 < n; i += 8) {
            float d0 = a[i] - mean;
            float d1 = a[i + 1] - mean;
            float d2 = a[i + 2] - mean;
            float d3 = a[i + 3] - mean;
            float d4 = a[i + 4] - mean;
            float d5 = a[i + 5] - mean;
            float d6 = a[i + 6] - mean;
            float d7 = a[i + 7] - mean;
            s0 += d0 * d0;
            s1 += d1 * d1;
            s2 += d2 * d2;
            s3 += d3 * d3;
            s4 += d4 * d4;
            s5 += d5 * d5;
            s6 += d6 * d6;
            s7 += d7 * d7;
        }
        for (; i < n; i++) {
            s0 += (a[i] - mean) * (a[i] - mean);
        }
        return (s0 + s4) + (s1 + s5) + ((s2 + s6) + (s3 + s7));
    }

    static float dot(float[] a, float[] b, int from, int to) {
        float s0 = 0;
        float s1 = 0;
        float s2 = 0;
        float s3 = 0;
        float s4 = 0;
        float s5 = 0;
        float s6 = 0;
        float s7 = 0;
        int i = from;
        for (; i + 7 < to; i += 8) {
            s0 += a[i] * b[i];
            s1 += a[i + 1] * b[i + 1];
            s2 += a[i + 2] * b[i + 2];
            s3 += a[i + 3] * b[i + 3];
            s4 += a[i + 4] * b[i + 4];
            s5 += a[i + 5] * b[i + 5];
            s6 += a[i + 6] * b[i + 6];
            s7 += a[i + 7] * b[i + 7];
        }
        for (; i < to; i++) {
            s0 += a[i] * b[i];
        }
        return (s0 + s4) + (s1 + s5) + ((s2 + s6) + (s3 + s7));
    }

    static void add(float[] to, float[] from, int n) {
        for (int i = 0; i < n; i++) {
            to[i] += from[i];
        }
    }

    static void multiply(float[] to, float[] by, int n) {
        for (int i = 0; i < n; i++) {
            to[i] *= by[i];
        }
    }

    static void addProduct(float[] to, float[] a, float[] b, int n) {
        for (int i = 0; i < n; i++) {
            to[i] += a[i] * b[i];
        }
    }

    static float max(float[] a, int from, int to) {
        float m0 = a[from];
        float m1 = m0;
        float m2 = m0;
        float m3 = m0;
        int i = from;
        for (; i + 3 < to; i += 4) {
            m0 = Math.max(m0, a[i]);
            m1 = Math.max(m1, a[i + 1]);
            m2 = Math.max(m2, a[i + 2]);
            m3 = Math.max(m3, a[i + 3]);
        }
        for (; i < to; i++) {
            m0 = Math.max(m0, a[i]);
        }
        return Math.max(Math.max(m0, m1), Math.max(m2, m3));
    }

    /**
     * x becomes e^x, for x up to 0; below -87 as at -87. Cody and Waite's reduction to |r| <= ln 2 / 2, e^r's series, and the power of
     * two put together from its binary digits, because a float made from an integer's bits would keep the loop scalar. Several short
     * loops, because the JIT turns a long one into no vectors.
     *
     * @param powers scratch, as long as x
     */
    static void exp(float[] x, float[] powers, int n) {
        reduce(x, powers, n);
        series(x, n);
        halve(x, powers, n, 64f, 0x1p-64f);
        halve(x, powers, n, 32f, 0x1p-32f);
        halve(x, powers, n, 16f, 0x1p-16f);
        halve(x, powers, n, 8f, 0x1p-8f);
        halve(x, powers, n, 4f, 0x1p-4f);
        halve(x, powers, n, 2f, 0x1p-2f);
        halve(x, powers, n, 1f, 0x1p-1f);
    }

    /** x becomes r, with x = r - ln 2 times the whole number put into powers. */
    private static void reduce(float[] x, float[] powers, int n) {
        for (int i = 0; i < n; i++) {
            float t = Math.min(0f, Math.max(EXP_LEAST, x[i]));
            float k = (t * LOG2_E + ROUND) - ROUND;
            x[i] = t - k * LN_2_HIGH - k * LN_2_LOW;
            powers[i] = -k;
        }
    }

    /** x becomes e^x, for |x| up to ln 2 / 2. */
    private static void series(float[] x, int n) {
        for (int i = 0; i < n; i++) {
            float r = x[i];
            float e = 1 / 5040f;
            e = e * r + 1 / 720f;
            e = e * r + 1 / 120f;
            e = e * r + 1 / 24f;
            e = e * r + 1 / 6f;
            e = e * r + 0.5f;
            e = e * r + 1f;
            x[i] = e * r + 1f;
        }
    }

    /** Where a power is at least the digit, takes the digit off it and multiplies x by the factor. */
    private static void halve(float[] x, float[] powers, int n, float digit, float factor) {
        float inverse = 1 / digit;
        float below = 0.5f - 0.5f * inverse;
        for (int i = 0; i < n; i++) {
            float has = (powers[i] * inverse - below + ROUND)
                    - ROUND; // 1 or 0, the powers being whole and below two digits
            powers[i] -= digit * has;
            x[i] *= 1f - has + has * factor;
        }
    }
}
