package dev.patchbook.plan.kernel;

import dev.patchbook.plan.Tensor;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/**
 * Gradients of {@link LayerNormKernel}: with n the normalised row and g = dy * gain,
 * dx = (g - mean(g) - n mean(g n)) / deviation, dgain = sum of dy n, dbias = sum of dy.
 */
final class LayerNormGradKernel implements Kernel {
    private final Node node;
    private final Tensor x;
    private final Tensor dy;
    private final @Nullable Tensor dx;
    private final int width;
    private final float[] gain;
    private final float[][] normed;
    private final float[][] gradient;
    private final float[][] dGain;
    private final float[][] dBias;

    LayerNormGradKernel(Node node) {
        this.node = node;
        this.x = node.in(0);
        this.dy = node.in(3);
        this.dx = node.optional(0);
        this.width = x.size(1);
        this.gain = new float[width];
        this.normed = node.scratch(width);
        this.gradient = node.scratch(width);
        this.dGain = node.scratch(width);
        this.dBias = node.scratch(width);
    }

    @Override
    public void run() {
        node.in(1).get(0, gain, 0, width);
        for (int t = 0; t < dGain.length; t++) {
            Arrays.fill(dGain[t], 0);
            Arrays.fill(dBias[t], 0);
        }
        node.workers().run(x.size(0), 4, this::rows);
        for (int t = 1; t < dGain.length; t++) {
            Loops.add(dGain[0], dGain[t], width);
            Loops.add(dBias[0], dBias[t], width);
        }
        Tensor toGain = node.optional(1);
        if (toGain != null) {
            toGain.put(0, dGain[0], 0, width);
        }
        Tensor toBias = node.optional(2);
        if (toBias != null) {
            toBias.put(0, dBias[0], 0, width);
        }
    }

    private void rows(int thread, int from, int to) {
        float[] n = normed[thread];
        float[] g = gradient[thread];
        for (int r = from; r < to; r++) {
            x.get(r * width, n, 0, width);
            dy.get(r * width, g, 0, width);
            float mean = Loops.sum(n, 0, width) / width;
            float inverse = 1 / LayerNormKernel.deviation(n, mean, width);
            normalise(n, mean, inverse);
            Loops.add(dBias[thread], g, width);
            Loops.addProduct(dGain[thread], g, n, width);
            Tensor toX = dx;
            if (toX != null) {
                Loops.multiply(g, gain, width);
                float meanOfG = Loops.sum(g, 0, width) / width;
                float meanOfProduct = Loops.dot(g, n, 0, width) / width;
                combine(g, n, meanOfG, meanOfProduct, inverse);
                toX.put(r * width, g, 0, width);
            }
        }
    }

    private void normalise(float[] n, float mean, float inverse) {
        for (int i = 0; i < width; i++) {
            n[i] = (n[i] - mean) * inverse;
        }
    }

    private void combine(float[] g, float[] n, float meanOfG, float meanOfProduct, float inverse) {
        for (int i = 0; i < width; i++) {
            g[i] = (g[i] - meanOfG - n[i] * meanOfProduct) * inverse;
        }
    }
}
