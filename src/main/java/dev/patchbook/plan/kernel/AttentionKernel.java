package dev.patchbook.plan.kernel;

import dev.patchbook.base.DropoutMask;
import dev.patchbook.plan.Tensor;
import dev.patchbook.plan.kernel.Gemm.Matrix;
import java.util.Arrays;
import org.bytedeco.javacpp.FloatPointer;
import org.jspecify.annotations.Nullable;

/** Scaled dot-product attention; the pictures' heads are shared among the threads. Outputs: values and weights. */
final class AttentionKernel implements Kernel {
    private final Node node;
    private final AttentionSlices form;
    private final Tensor q;
    private final Tensor kv;
    private final @Nullable Tensor key;
    private final Tensor out;
    private final Tensor weights;
    private final float[][] rows;
    private final FloatPointer[] dropped;

    AttentionKernel(Node node) {
        this.node = node;
        this.form = new AttentionSlices(node);
        this.q = node.in(0);
        this.kv = form.packed ? q : node.in(1);
        int data = form.packed ? 1 : 2;
        this.key = node.inputs().size() > data ? node.in(data) : null;
        this.out = node.out(0);
        this.weights = node.out(1);
        this.rows = node.scratch(form.area());
        this.dropped = Scratch.pointers(node, key == null ? 0 : form.area());
    }

    @Override
    public void run() {
        node.workers().run(form.slices(), 1, (thread, from, to) -> {
            for (int slice = from; slice < to; slice++) {
                slice(thread, slice);
            }
        });
    }

    private void slice(int thread, int slice) {
        int area = form.area();
        int at = slice * area;
        Matrix scores = Matrix.of(weights.pointer(at), form.keys);
        int[] product = {form.queries, form.keys, form.headWidth};
        Gemm.multiply(product, form.query(q, slice), form.key(kv, slice).transpose(), scores, false);
        float[] w = rows[thread];
        weights.get(at, w, 0, area);
        for (int i = 0; i < form.queries; i++) {
            softmax(w, i * form.keys, form.seen(i), form.keys, form.scale);
        }
        weights.put(at, w, 0, area);
        Matrix used = scores;
        Tensor dropoutKey = key;
        if (dropoutKey != null) {
            long padded = (area + 3) / 4 * 4L; // every slice starts at a multiple of four
            DropoutMask.apply(w, slice * padded, area, dropoutKey.longs().get(0), form.site, form.dropout);
            dropped[thread].put(w, 0, area);
            used = Matrix.of(dropped[thread], form.keys);
        }
        int[] values = {form.queries, form.headWidth, form.keys};
        Gemm.multiply(values, used, form.value(kv, slice), form.output(out, slice), false);
    }

    /** Row of scores to weights: {@code softmax(scale x)} of the first {@code seen}, zero after. */
    static void softmax(float[] x, int at, int seen, int keys, float scale) {
        float max = Loops.max(x, at, at + seen);
        float sum = 0;
        for (int j = at; j < at + seen; j++) {
            float e = (float) Math.exp(scale * (x[j] - max));
            x[j] = e;
            sum += e;
        }
        float inverse = 1 / sum;
        for (int j = at; j < at + seen; j++) {
            x[j] *= inverse;
        }
        Arrays.fill(x, at + seen, at + keys, 0f);
    }
}
