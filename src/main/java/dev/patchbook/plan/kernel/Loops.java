package dev.patchbook.plan.kernel;

/**
 * Short loops over Java arrays, one purpose each, which the JIT turns into vector instructions. Sums run in several lanes: the
 * JIT keeps the order of floating-point sums, so a plain loop would stay scalar.
 */
final class Loops {
    private Loops() {}

    static float sum(float[] a, int n) {
        float s0 = 0;
        float s1 = 0;
        float s2 = 0;
        float s3 = 0;
        int i = 0;
        for (; i + 3 < n; i += 4) {
            s0 += a[i];
            s1 += a[i + 1];
            s2 += a[i + 2];
            s3 += a[i + 3];
        }
        for (; i < n; i++) {
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

    static float dot(float[] a, float[] b, int n) {
        float s0 = 0;
        float s1 = 0;
        float s2 = 0;
        float s3 = 0;
        int i = 0;
        for (; i + 3 < n; i += 4) {
            s0 += a[i] * b[i];
            s1 += a[i + 1] * b[i + 1];
            s2 += a[i + 2] * b[i + 2];
            s3 += a[i + 3] * b[i + 3];
        }
        for (; i < n; i++) {
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
        float max = Float.NEGATIVE_INFINITY;
        for (int i = from; i < to; i++) {
            max = Math.max(max, a[i]);
        }
        return max;
    }
}
