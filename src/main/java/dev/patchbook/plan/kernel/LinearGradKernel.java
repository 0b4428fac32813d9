package dev.patchbook.plan.kernel;

import dev.patchbook.plan.Tensor;
import dev.patchbook.plan.kernel.Gemm.Matrix;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/** Gradients of {@link LinearKernel}: dx = dy W, dW = dy^T x, db = column sums of dy. What nothing reads is not computed. */
final class LinearGradKernel implements Kernel {
    private final Node node;
    private final Tensor x;
    private final Tensor weight;
    private final Tensor dy;
    private final @Nullable Tensor dx;
    private final @Nullable Tensor dWeight;
    private final @Nullable Tensor dBias;
    private final int rows;
    private final int in;
    private final int out;
    private final float[] row;
    private final float[] sum;

    LinearGradKernel(Node node) {
        this.node = node;
        this.x = node.in(0);
        this.weight = node.in(1);
        this.dy = node.in(2);
        this.dx = node.optional(0);
        this.dWeight = node.optional(1);
        this.dBias = node.optional(2);
        this.rows = x.size(0);
        this.in = x.size(1);
        this.out = weight.size(0);
        this.row = new float[out];
        this.sum = new float[out];
    }

    @Override
    public void run() {
        Tensor toX = dx;
        if (toX != null) {
            Gemm.share(node.workers(), rows, in, (fromRow, toRow, fromIn, toIn) -> {
                Matrix a = Matrix.of(dy.pointer((long) fromRow * out), out);
                Matrix b = Matrix.of(weight.pointer(fromIn), in);
                Matrix c = Matrix.of(toX.pointer((long) fromRow * in + fromIn), in);
                Gemm.multiply(new int[] {toRow - fromRow, toIn - fromIn, out}, a, b, c, false);
            });
        }
        Tensor toWeight = dWeight;
        if (toWeight != null) {
            Gemm.share(node.workers(), out, in, (fromOut, toOut, fromIn, toIn) -> {
                Matrix a = Matrix.of(dy.pointer(fromOut), out).transpose();
                Matrix b = Matrix.of(x.pointer(fromIn), in);
                Matrix c = Matrix.of(toWeight.pointer((long) fromOut * in + fromIn), in);
                Gemm.multiply(new int[] {toOut - fromOut, toIn - fromIn, rows}, a, b, c, false);
            });
        }
        Tensor toBias = dBias;
        if (toBias != null) {
            node.workers().run(out, 16, (thread, from, to) -> {
                columnSums(from, to);
                toBias.put(from, sum, from, to - from);
            });
        }
    }

    private void columnSums(int from, int to) {
        Arrays.fill(sum, from, to, 0f);
        for (int r = 0; r < rows; r++) {
            dy.get(r * out + from, row, from, to - from);
            accumulate(sum, row, from, to);
        }
    }

    private static void accumulate(float[] sum, float[] row, int from, int to) {
        for (int i = from; i < to; i++) {
            sum[i] += row[i];
        }
    }
}
