package dev.patchbook.plan.kernel;

import dev.patchbook.plan.Tensor;
import java.util.List;

/**
 * The exact GELU and its derivative, each as an odd rational function plus one half: {@code gelu(x) = x (1/2 + erf(x/sqrt 2)/2)}
 * and {@code gelu'(x) = 1/2 + r(x)}. The coefficients are minimax fits of our own (Lawson's weights on Sanathanan and Koerner's
 * linearisation); largest errors in float arithmetic 4e-7 for erf on all numbers and 6e-7 for the derivative.
 */
final class GeluKernels {
    private static final float HALF_ROOT = (float) Math.sqrt(0.5);
    private static final float ERF_LIMIT = 4f;
    private static final float SLOPE_LIMIT = 5.5f;

    private GeluKernels() {}

    static Kernel forward(Node node) {
        List<Tensor> twice = List.of(node.in(0), node.in(0));
        Node both = new Node(twice, node.outputs(), node.whole(), node.real(), node.workers());
        return Elementwise.binary(both, (x, erf, n) -> {
            erf(erf, n);
            times(x, erf, n);
        });
    }

    static Kernel backward(Node node) {
        return Elementwise.binary(node, (x, dy, n) -> {
            slope(x, n);
            Loops.multiply(x, dy, n);
        });
    }

    private static void times(float[] x, float[] erf, int n) {
        for (int i = 0; i < n; i++) {
            x[i] *= 0.5f + 0.5f * erf[i];
        }
    }

    /** x becomes erf(x / sqrt 2). */
    static void erf(float[] x, int n) {
        for (int i = 0; i < n; i++) {
            float t = Math.max(-ERF_LIMIT, Math.min(ERF_LIMIT, x[i] * HALF_ROOT));
            float s = t * t;
            float p = 1.9209562e-8f;
            p = p * s - 1.9893184e-6f;
            p = p * s + 1.554231e-4f;
            p = p * s + 4.2895786e-3f;
            p = p * s + 5.2423816e-2f;
            p = p * s + 2.1387191e-1f;
            p = p * s + 1.1283786f;
            float q = 1.0970872e-3f;
            q = q * s + 1.5544621e-2f;
            q = q * s + 1.2076941e-1f;
            q = q * s + 5.2286679e-1f;
            q = q * s + 1f;
            x[i] = t * p / q;
        }
    }

    /** x becomes gelu'(x). */
    static void slope(float[] x, int n) {
        for (int i = 0; i < n; i++) {
            float t = Math.max(-SLOPE_LIMIT, Math.min(SLOPE_LIMIT, x[i]));
            float s = t * t;
            float p = 1.146862e-8f;
            p = p * s + 2.0305815e-6f;
            p = p * s + 3.1549112e-5f;
            p = p * s + 7.392349e-4f;
            p = p * s + 1.2430028e-2f;
            p = p * s + 8.073588e-3f;
            p = p * s + 7.978847e-1f;
            float q = 4.9969594e-7f;
            q = q * s + 1.651893e-5f;
            q = q * s + 3.5989302e-4f;
            q = q * s + 5.428722e-3f;
            q = q * s + 5.5060174e-2f;
            q = q * s + 3.4345338e-1f;
            q = q * s + 1f;
            x[i] = 0.5f + t * p / q;
        }
    }
}
