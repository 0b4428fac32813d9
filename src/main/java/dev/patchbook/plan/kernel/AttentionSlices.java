package dev.patchbook.plan.kernel;

import dev.patchbook.plan.Tensor;
import dev.patchbook.plan.kernel.Gemm.Matrix;

/**
 * Where one picture's head finds its queries, keys and values. Arguments of the operation: batch, heads, prefix, site;
 * scale, dropout. The input [B*T, 3C] holds all three side by side.
 */
final class AttentionSlices {
    final int batch;
    final int heads;
    final int prefix;
    final int site;
    final float scale;
    final double dropout;
    final int tokens;
    final int width;
    final int headWidth;

    AttentionSlices(Node node) {
        batch = node.whole(0);
        heads = node.whole(1);
        prefix = node.whole(2);
        site = node.whole(3);
        scale = (float) node.real()[0];
        dropout = node.real()[1];
        width = node.in(0).size(1) / 3;
        tokens = node.in(0).size(0) / batch;
        headWidth = width / heads;
    }

    int slices() {
        return batch * heads;
    }

    /** Numbers of one slice's weights. */
    int area() {
        return tokens * tokens;
    }

    /** Queries [T, D] of a slice. */
    Matrix query(Tensor qkv, int slice) {
        return third(qkv, slice, 0);
    }

    /** Keys [T, D] of a slice. */
    Matrix key(Tensor qkv, int slice) {
        return third(qkv, slice, 1);
    }

    /** Values [T, D] of a slice. */
    Matrix value(Tensor qkv, int slice) {
        return third(qkv, slice, 2);
    }

    private Matrix third(Tensor qkv, int slice, int which) {
        int stride = 3 * width;
        long row = (long) (slice / heads) * tokens * stride;
        return Matrix.of(qkv.pointer(row + (long) which * width + column(slice)), stride);
    }

    /** A slice [T, D] of an array [B*T, C]. */
    Matrix output(Tensor y, int slice) {
        return Matrix.of(y.pointer((long) (slice / heads) * tokens * width + column(slice)), width);
    }

    private long column(int slice) {
        return (long) (slice % heads) * headWidth;
    }

    /** How many keys a query sees; the later ones are masked. */
    int seen(int query) {
        return prefix == 0 ? tokens : Math.min(tokens, Math.max(query + 1, prefix));
    }
}
