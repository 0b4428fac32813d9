package dev.patchbook.plan.kernel;

import dev.patchbook.plan.Tensor;
import dev.patchbook.plan.Workers;
import dev.patchbook.plan.kernel.Gemm.Matrix;
import org.nd4j.linalg.api.buffer.DataType;

/**
 * What the machine can do at best, measured: the ceiling under which a kernel works (Williams, Waterman and Patterson, Roofline,
 * 2009).
 *
 * @param gigaflops billions of multiplications and additions a second in a large matrix product, all threads
 * @param gigabytes billions of bytes a second read from memory into Java arrays, all threads
 */
public record Roofline(double gigaflops, double gigabytes) {
    private static final int SIDE = 768;
    private static final int BLOCK = 4096;
    private static final int FLOATS = 1 << 25; // more than any cache holds
    private static final int ROUNDS = 12;

    /** Measures this machine; takes about a second. */
    public static Roofline measure(Workers workers) {
        return new Roofline(product(workers), reading(workers));
    }

    /** The least time a node can take, in nanoseconds. */
    public double nanos(Cost cost) {
        return Math.max(cost.flops() / gigaflops, cost.bytes() / gigabytes);
    }

    private static double product(Workers workers) {
        int rows = SIDE * workers.threads();
        try (Tensor a = Tensor.zeros(DataType.FLOAT, rows, SIDE);
                Tensor b = Tensor.zeros(DataType.FLOAT, SIDE, SIDE);
                Tensor c = Tensor.zeros(DataType.FLOAT, rows, SIDE)) {
            double nanos = best(() -> workers.run(rows, SIDE, (thread, from, to) -> {
                int[] sizes = {to - from, SIDE, SIDE};
                Matrix x = Matrix.of(a.pointer((long) from * SIDE), SIDE);
                Matrix y = Matrix.of(c.pointer((long) from * SIDE), SIDE);
                Gemm.multiply(sizes, x, Matrix.of(b.pointer(0), SIDE), y, false);
            }));
            return 2.0 * rows * SIDE * SIDE / nanos;
        }
    }

    private static double reading(Workers workers) {
        float[][] scratch = new float[workers.threads()][BLOCK];
        try (Tensor a = Tensor.zeros(DataType.FLOAT, FLOATS)) {
            double nanos = best(() -> workers.run(FLOATS, BLOCK, (thread, from, to) -> {
                for (int i = from; i < to; i += BLOCK) {
                    a.get(i, scratch[thread], 0, Math.min(BLOCK, to - i));
                }
            }));
            return Float.BYTES * (double) FLOATS / nanos;
        }
    }

    private static double best(Runnable work) {
        double best = Double.MAX_VALUE;
        for (int i = 0; i < ROUNDS; i++) {
            long start = System.nanoTime();
            work.run();
            best = Math.min(best, System.nanoTime() - start);
        }
        return best;
    }
}
