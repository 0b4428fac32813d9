package dev.patchbook.plan.kernel;

import dev.patchbook.plan.Tensor;

/** Layer norm of each row: x [R, C], gain [C], bias [C]; eps 1e-5. */
final class LayerNormKernel implements Kernel {
    static final float EPS = 1e-5f;
    private final Node node;
    private final Tensor x;
    private final Tensor y;
    private final int width;
    private final float[][] scratch;
    private final float[] gain;
    private final float[] bias;

    LayerNormKernel(Node node) {
        this.node = node;
        this.x = node.in(0);
        this.y = node.out(0);
        this.width = x.size(1);
        this.scratch = node.scratch(width);
        this.gain = new float[width];
        this.bias = new float[width];
    }

    @Override
    public void run() {
        node.in(1).get(0, gain, 0, width);
        node.in(2).get(0, bias, 0, width);
        node.workers().run(x.size(0), 4, this::rows);
    }

    private void rows(int thread, int from, int to) {
        float[] row = scratch[thread];
        for (int r = from; r < to; r++) {
            x.get(r * width, row, 0, width);
            float mean = Loops.sum(row, 0, width) / width;
            float deviation = deviation(row, mean, width);
            normalise(row, mean, 1 / deviation);
            y.put(r * width, row, 0, width);
        }
    }

    /** Square root of the variance plus eps. */
    static float deviation(float[] row, float mean, int width) {
        return (float) Math.sqrt(Loops.squaredDistance(row, mean, width) / width + EPS);
    }

    private void normalise(float[] row, float mean, float inverse) {
        for (int i = 0; i < width; i++) {
            row[i] = (row[i] - mean) * inverse * gain[i] + bias[i];
        }
    }
}
