package dev.patchbook.plan.kernel;

import dev.patchbook.plan.Tensor;
import dev.patchbook.plan.kernel.Gemm.Matrix;

/** {@code y = x W^T + b}: x [R, in], W [out, in], b [out], y [R, out]. */
final class LinearKernel implements Kernel {
    /** One thread has done this sooner than two have agreed: multiplications, few rows counting as some for what they read. */
    private static final int SMALL = 1 << 21;

    private static final int FEW = 32;

    private final Node node;
    private final Tensor x;
    private final Tensor weight;
    private final Tensor y;
    private final int rows;
    private final int in;
    private final int out;

    LinearKernel(Node node) {
        this.node = node;
        this.x = node.in(0);
        this.weight = node.in(1);
        this.y = node.out(0);
        this.rows = x.size(0);
        this.in = x.size(1);
        this.out = weight.size(0);
    }

    @Override
    public void run() {
        if ((long) Math.max(rows, FEW) * in * out <= SMALL) {
            product(0, rows, 0, out);
        } else {
            Gemm.share(node.workers(), rows, out, this::product);
        }
    }

    private void product(int fromRow, int toRow, int fromOut, int toOut) {
        boolean biased = node.inputs().size() > 2;
        if (biased) {
            Tensor bias = node.in(2);
            for (int r = fromRow; r < toRow; r++) {
                y.copy(r * out + fromOut, bias, fromOut, toOut - fromOut);
            }
        }
        Matrix a = Matrix.of(x.pointer((long) fromRow * in), in);
        Matrix b = Matrix.of(weight.pointer((long) fromOut * in), in).transpose();
        Matrix c = Matrix.of(y.pointer((long) fromRow * out + fromOut), out);
        Gemm.multiply(new int[] {toRow - fromRow, toOut - fromOut, in}, a, b, c, biased);
    }
}
