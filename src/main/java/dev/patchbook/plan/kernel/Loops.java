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
        int i = from;
        for (; i + 3 < to; i += 4) {
            s0 += a[i];
            s1 += a[i + 1];
            s2 += a[i + 2];
            s3 += a[i + 3];
        }
        for (; i < to; i++) {
            s0 += a[i];
        }
        return s0 + s1 + (s2 + s3);
    }

    static float squaredDistance(float[] a, float mean, int n) {
        float s0 = 0;
        float s1 = 0;
        float s2 = 0;
        float s3 = 0;
        int i = 0;
        for (; i + 3 < n; i += 4) {
            float d0 = a[i] - mean;
            float d1 = a[i + 1] - mean;
            float d2 = a[i + 2] - mean;
            float d3 = a[i + 3] - mean;
            s0 += d0 * d0;
            s1 += d1 * d1;
            s2 += d2 * d2;
            s3 += d3 * d3;
        }
        for (; i < n; i++) {
            s0 += (a[i] - mean) * (a[i] - mean);
        }
        return s0 + s1 + (s2 + s3);
    }

    static float dot(float[] a, float[] b, int from, int to) {
        float s0 = 0;
        float s1 = 0;
        float s2 = 0;
        float s3 = 0;
        int i = from;
        for (; i + 3 < to; i += 4) {
            s0 += a[i] * b[i];
            s1 += a[i + 1] * b[i + 1];
            s2 += a[i + 2] * b[i + 2];
            s3 += a[i + 3] * b[i + 3];
        }
        for (; i < to; i++) {
            s0 += a[i] * b[i];
        }
        return s0 + s1 + (s2 + s3);
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
     * x becomes e^x, for x up to 0; below -87 as at -87. Cody and Waite's reduction to |r| <= ln 2 / 2 and e^r's series; the power of
     * two is put together from its digits, because a float made from an integer's bits would keep the loop scalar.
     */
    static void exp(float[] x, int n) {
        for (int i = 0; i < n; i++) {
            float t = Math.min(0f, Math.max(EXP_LEAST, x[i]));
            float k = (t * LOG2_E + ROUND) - ROUND; // the nearest whole number
            float r = t - k * LN_2_HIGH - k * LN_2_LOW;
            float e = 1 / 5040f;
            e = e * r + 1 / 720f;
            e = e * r + 1 / 120f;
            e = e * r + 1 / 24f;
            e = e * r + 1 / 6f;
            e = e * r + 0.5f;
            e = e * r + 1f;
            e = e * r + 1f;
            x[i] = e * halved(-k);
        }
    }

    /** 2 to the power of -n, for whole n from 0 to 127. */
    private static float halved(float n) {
        float left = n;
        float e = 1f;
        float has = Math.min(1f, Math.max(0f, left - 63f)); // 1 where there is a 64 in it, else 0
        left -= 64f * has;
        e *= 1f - has + has * 0x1p-64f;
        has = Math.min(1f, Math.max(0f, left - 31f));
        left -= 32f * has;
        e *= 1f - has + has * 0x1p-32f;
        has = Math.min(1f, Math.max(0f, left - 15f));
        left -= 16f * has;
        e *= 1f - has + has * 0x1p-16f;
        has = Math.min(1f, Math.max(0f, left - 7f));
        left -= 8f * has;
        e *= 1f - has + has * 0x1p-8f;
        has = Math.min(1f, Math.max(0f, left - 3f));
        left -= 4f * has;
        e *= 1f - has + has * 0x1p-4f;
        has = Math.min(1f, Math.max(0f, left - 1f));
        left -= 2f * has;
        e *= 1f - has + has * 0x1p-2f;
        return e * (1f - left * 0.5f);
    }
}
