package dev.patchbook.plan.kernel;

import dev.patchbook.base.DropoutMask;
import dev.patchbook.plan.Tensor;
import dev.patchbook.plan.kernel.Gemm.Matrix;
import org.bytedeco.javacpp.FloatPointer;

/**
 * Where {@link QueryAttentionKernel} and its gradient find the parts of their arrays. Arguments of the operation: batch, heads,
 * site; scale, dropout. Inputs q [B, C], x [B*T, C], weight [2C, C].
 */
final class QuerySlices {
    final int batch;
    final int heads;
    final int site;
    final float scale;
    final double dropout;
    final int tokens;
    final int width;
    final int headWidth;

    QuerySlices(Node node) {
        batch = node.whole(0);
        heads = node.whole(1);
        site = node.whole(2);
        scale = (float) node.real()[0];
        dropout = node.real()[1];
        width = node.in(0).size(1);
        tokens = node.in(1).size(0) / batch;
        headWidth = width / heads;
    }

    /** One head of an array [B, C], all pictures: [B, D]. */
    Matrix head(Tensor array, int head) {
        return Matrix.of(array.pointer((long) head * headWidth), width);
    }

    /** One head of an array [B, H, C], all pictures: [B, C]. */
    Matrix folded(FloatPointer array, int head) {
        return Matrix.of(new FloatPointer(array).position(array.position() + (long) head * width), heads * width);
    }

    /** One picture of an array [B, H, C], all heads: [H, C]. */
    Matrix picture(FloatPointer array, int picture) {
        long at = array.position() + (long) picture * heads * width;
        return Matrix.of(new FloatPointer(array).position(at), width);
    }

    /** The tokens of a picture [T, C]. */
    Matrix tokens(Tensor x, int picture) {
        return Matrix.of(x.pointer((long) picture * tokens * width), width);
    }

    /** The key weights of a head [D, C]. */
    Matrix key(Tensor weight, int head) {
        return Matrix.of(weight.pointer((long) head * headWidth * width), width);
    }

    /** The value weights of a head [D, C]. */
    Matrix value(Tensor weight, int head) {
        return Matrix.of(weight.pointer((long) (width + head * headWidth) * width), width);
    }

    /** Numbers of one picture's weights, all heads. */
    int area() {
        return heads * tokens;
    }

    /**
     * Multiplies one picture's weights [H, T], or their gradients, by their dropout factors; within the site every head starts at a
     * multiple of four.
     *
     * @param row scratch of T numbers
     */
    void drop(float[] numbers, float[] row, int picture, Tensor key) {
        for (int head = 0; head < heads; head++) {
            System.arraycopy(numbers, head * tokens, row, 0, tokens);
            long first = (long) (picture * heads + head) * ((tokens + 3) / 4 * 4L);
            DropoutMask.apply(row, first, tokens, key.longs().get(0), site, dropout);
            System.arraycopy(row, 0, numbers, head * tokens, tokens);
        }
    }

    /** Multiplications and additions of the four products forward. */
    double flops() {
        return 4.0 * batch * width * (width + (double) area());
    }
}
