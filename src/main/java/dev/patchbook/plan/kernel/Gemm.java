package dev.patchbook.plan.kernel;

import static org.bytedeco.openblas.global.openblas_nolapack.CblasNoTrans;
import static org.bytedeco.openblas.global.openblas_nolapack.CblasRowMajor;
import static org.bytedeco.openblas.global.openblas_nolapack.CblasTrans;
import static org.bytedeco.openblas.global.openblas_nolapack.blas_set_num_threads;
import static org.bytedeco.openblas.global.openblas_nolapack.cblas_sgemm;

import dev.patchbook.plan.Workers;
import org.bytedeco.javacpp.FloatPointer;
import org.nd4j.linalg.factory.Nd4j;

/**
 * Matrix products by the BLAS that ND4J brings along, one thread each: the callers share the rows themselves, so that a product
 * and what follows it stay on one core and no second pool of threads competes.
 */
final class Gemm {
    private static final int ROWS = 4;
    private static final int COLUMNS = 16;

    static {
        Nd4j.getExecutioner(); // sets the number of threads itself when it starts
        blas_set_num_threads(1);
    }

    /**
     * A matrix in memory.
     *
     * @param start its first number
     * @param stride numbers from one row to the next
     * @param transposed whether it is read transposed
     */
    record Matrix(FloatPointer start, int stride, boolean transposed) {
        static Matrix of(FloatPointer start, int stride) {
            return new Matrix(start, stride, false);
        }

        Matrix transpose() {
            return new Matrix(start, stride, !transposed);
        }

        private int code() {
            return transposed ? CblasTrans : CblasNoTrans;
        }
    }

    /** A part of a product: rows and columns of the result. */
    @FunctionalInterface
    interface Part {
        void run(int fromRow, int toRow, int fromColumn, int toColumn);
    }

    private Gemm() {}

    /**
     * Shares a product [m, n] among the threads along its longer side: each thread copies what it multiplies into an order of its
     * own first, and so all copy least.
     */
    static void share(Workers workers, int m, int n, Part part) {
        if (m >= n) {
            workers.run(m, ROWS, (thread, from, to) -> part.run(from, to, 0, n));
        } else {
            workers.run(n, COLUMNS, (thread, from, to) -> part.run(0, m, from, to));
        }
    }

    /** c = a b, or c += a b; a is [m, k], b [k, n], c [m, n]. */
    static void multiply(int[] mnk, Matrix a, Matrix b, Matrix c, boolean accumulate) {
        cblas_sgemm(
                CblasRowMajor,
                a.code(),
                b.code(),
                mnk[0],
                mnk[1],
                mnk[2],
                1f,
                a.start,
                a.stride,
                b.start,
                b.stride,
                accumulate ? 1f : 0f,
                c.start,
                c.stride);
    }
}
