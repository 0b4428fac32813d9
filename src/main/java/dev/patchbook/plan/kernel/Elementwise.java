package dev.patchbook.plan.kernel;

import dev.patchbook.plan.Tensor;
import org.jspecify.annotations.Nullable;

/** Kernels of one number at a time: the output is a function of one or two inputs of its shape, done block by block. */
final class Elementwise implements Kernel {
    private static final int BLOCK = 1024; // two of them stay in the first cache

    /** What is done to a block; the result replaces a. */
    @FunctionalInterface
    interface Function {
        void apply(float[] a, float[] b, int n);
    }

    private final Node node;
    private final Tensor first;
    private final @Nullable Tensor second;
    private final Tensor output;
    private final Function function;
    private final float[][] a;
    private final float[][] b;

    private Elementwise(Node node, @Nullable Tensor second, Function function) {
        this.node = node;
        this.first = node.in(0);
        this.second = second;
        this.output = node.out(0);
        this.function = function;
        this.a = node.scratch(BLOCK);
        this.b = node.scratch(second == null ? 0 : BLOCK);
    }

    static Kernel unary(Node node, Function function) {
        return new Elementwise(node, null, function);
    }

    static Kernel binary(Node node, Function function) {
        return new Elementwise(node, node.in(1), function);
    }

    @Override
    public void run() {
        node.workers().run(output.length(), BLOCK, this::blocks);
    }

    private void blocks(int thread, int from, int to) {
        for (int i = from; i < to; i += BLOCK) {
            int n = Math.min(BLOCK, to - i);
            first.get(i, a[thread], 0, n);
            Tensor other = second;
            if (other != null) {
                other.get(i, b[thread], 0, n);
            }
            function.apply(a[thread], b[thread], n);
            output.put(i, a[thread], 0, n);
        }
    }
}
