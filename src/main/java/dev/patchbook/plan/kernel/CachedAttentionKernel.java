package dev.patchbook.plan.kernel;

import dev.patchbook.plan.Tensor;
import java.util.Arrays;

/**
 * One token's attention to itself and all before it. Inputs qkv [1, 3C], caches of keys and values [P, C], position. Plain loops
 * over Java arrays: at these sizes a matrix product costs more to call than to do.
 */
final class CachedAttentionKernel implements Kernel {
    private final Node node;
    private final int heads;
    private final int width;
    private final float scale;
    private final float[] qkv;
    private final float[] row;
    private final float[] out;
    private final float[][] weights;
    private final float[] powers;

    CachedAttentionKernel(Node node) {
        this.node = node;
        this.heads = node.whole(0);
        this.scale = (float) node.real()[0];
        this.width = node.out(0).size(1);
        this.qkv = new float[3 * width];
        this.row = new float[width];
        this.out = new float[width];
        this.weights = new float[heads][node.in(1).size(0)];
        this.powers = new float[node.in(1).size(0)];
    }

    @Override
    public void run() {
        Tensor keys = node.in(1);
        Tensor values = node.in(2);
        int position = node.in(3).ints().get(0);
        node.in(0).get(0, qkv, 0, 3 * width);
        keys.put(position * width, qkv, width, width);
        values.put(position * width, qkv, 2 * width, width);
        int headWidth = width / heads;
        for (int j = 0; j <= position; j++) {
            keys.get(j * width, row, 0, width);
            for (int h = 0; h < heads; h++) {
                weights[h][j] = dot(h * headWidth, (h + 1) * headWidth);
            }
        }
        Arrays.fill(out, 0);
        for (int h = 0; h < heads; h++) {
            AttentionKernel.softmax(weights[h], powers, position + 1, scale);
        }
        for (int j = 0; j <= position; j++) {
            values.get(j * width, row, 0, width);
            for (int h = 0; h < heads; h++) {
                accumulate(weights[h][j], h * headWidth, (h + 1) * headWidth);
            }
        }
        node.out(0).put(0, out, 0, width);
    }

    private float dot(int from, int to) {
        float sum = 0;
        for (int i = from; i < to; i++) {
            sum += qkv[i] * row[i];
        }
        return sum;
    }

    private void accumulate(float weight, int from, int to) {
        for (int i = from; i < to; i++) {
            out[i] += weight * row[i];
        }
    }
}
