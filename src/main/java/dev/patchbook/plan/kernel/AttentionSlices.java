package dev.patchbook.plan.kernel;

import dev.patchbook.plan.Tensor;
import dev.patchbook.plan.kernel.Gemm.Matrix;

/**
 * Where one picture's head finds its queries, keys and values. Arguments of the operation: batch, heads, prefix, site, packed;
 * scale, dropout. A packed input [B*T, 3C] holds all three side by side, else q [B*S, C] and kv [B*T, 2C].
 */
final class AttentionSlices {
    final int batch;
    final int heads;
    final int prefix;
    final int site;
    final boolean packed;
    final float scale;
    final double dropout;
    final int queries;
    final int keys;
    final int width;
    final int headWidth;

    AttentionSlices(Node node) {
        batch = node.whole(0);
        heads = node.whole(1);
        prefix = node.whole(2);
        site = node.whole(3);
        packed = node.whole(4) == 1;
        scale = (float) node.real()[0];
        dropout = node.real()[1];
        Tensor first = node.in(0);
        width = packed ? first.size(1) / 3 : first.size(1);
        queries = first.size(0) / batch;
        keys = packed ? queries : node.in(1).size(0) / batch;
        headWidth = width / heads;
    }

    int slices() {
        return batch * heads;
    }

    /** Numbers of one slice's weights. */
    int area() {
        return queries * keys;
    }

    /** Queries [S, D] of a slice. */
    Matrix query(Tensor q, int slice) {
        int stride = packed ? 3 * width : width;
        return Matrix.of(q.pointer((long) (slice / heads) * queries * stride + column(slice)), stride);
    }

    /** Keys [T, D] of a slice. */
    Matrix key(Tensor kv, int slice) {
        return keyOrValue(kv, slice, packed ? width : 0);
    }

    /** Values [T, D] of a slice. */
    Matrix value(Tensor kv, int slice) {
        return keyOrValue(kv, slice, packed ? 2 * width : width);
    }

    private Matrix keyOrValue(Tensor kv, int slice, int block) {
        int stride = packed ? 3 * width : 2 * width;
        return Matrix.of(kv.pointer((long) (slice / heads) * keys * stride + block + column(slice)), stride);
    }

    /** A slice [S, D] of an array [B*S, C]. */
    Matrix output(Tensor y, int slice) {
        return Matrix.of(y.pointer((long) (slice / heads) * queries * width + column(slice)), width);
    }

    private long column(int slice) {
        return (long) (slice % heads) * headWidth;
    }

    /** How many keys a query sees; the later ones are masked. */
    int seen(int query) {
        return prefix == 0 ? keys : Math.min(keys, Math.max(query + 1, prefix));
    }
}
