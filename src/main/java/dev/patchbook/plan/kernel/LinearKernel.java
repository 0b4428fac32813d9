package dev.patchbook.plan.kernel;

import dev.patchbook.plan.Tensor;
import dev.patchbook.plan.kernel.Gemm.Matrix;

/** {@code y = x W^T + b}: x [R, in], W [out, in], b [out], y [R, out]. Rows are shared, or outputs where rows are few. */
final class LinearKernel implements Kernel {
    /** Below so many rows it pays more to share the weights than the rows: a product first copies all weights it uses. */
    static final int FEW = 64;

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
        if (rows >= FEW) {
            node.workers().run(rows, 4, (thread, from, to) -> product(from, to, 0, out));
        } else if ((long) in * out > 1 << 16) {
            node.workers().run(out, 16, (thread, from, to) -> product(0, rows, from, to));
        } else {
            product(0, rows, 0, out);
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
