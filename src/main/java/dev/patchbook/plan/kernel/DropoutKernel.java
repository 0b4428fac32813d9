package dev.patchbook.plan.kernel;

import dev.patchbook.base.DropoutMask;
import dev.patchbook.plan.Tensor;

/** Dropout, either way: inputs numbers and key; multiplies by factors drawn from key, site and index. */
final class DropoutKernel implements Kernel {
    private static final int BLOCK = 4096;
    private final Node node;
    private final Tensor x;
    private final Tensor y;
    private final float[][] scratch;

    DropoutKernel(Node node) {
        this.node = node;
        this.x = node.in(0);
        this.y = node.out(0);
        this.scratch = node.scratch(BLOCK);
    }

    @Override
    public void run() {
        long key = node.in(1).longs().get(0);
        node.workers().run(x.length(), BLOCK, (thread, from, to) -> {
            float[] block = scratch[thread];
            for (int i = from; i < to; i += BLOCK) {
                int n = Math.min(BLOCK, to - i);
                x.get(i, block, 0, n);
                DropoutMask.apply(block, i, n, key, node.whole(0), node.real()[0]);
                y.put(i, block, 0, n);
            }
        });
    }
}
