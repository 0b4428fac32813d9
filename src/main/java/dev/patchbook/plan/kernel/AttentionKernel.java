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
    private final Tensor qkv;
    private final @Nullable Tensor key;
    private final Tensor out;
    private final Tensor weights;
    private final float[][] rows;
    private final float[][] powers;
    private final FloatPointer[] dropped;

    AttentionKernel(Node node) {
        this.node = node;
        this.form = new AttentionSlices(node);
        this.qkv = node.in(0);
        this.key = node.inputs().size() > 1 ? node.in(1) : null;
        this.out = node.out(0);
        this.weights = node.out(1);
        this.rows = node.scratch(form.area());
        this.powers = node.scratch(form.area());
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
        Matrix scores = Matrix.of(weights.pointer(at), form.tokens);
        int[] product = {form.tokens, form.tokens, form.headWidth};
        Gemm.multiply(product, form.query(qkv, slice), form.key(qkv, slice).transpose(), scores, false);
        float[] w = rows[thread];
        weights.get(at, w, 0, area);
        softmax(w, powers[thread]);
        weights.put(at, w, 0, area);
        Matrix used = scores;
        Tensor dropoutKey = key;
        if (dropoutKey != null) {
            long padded = (area + 3) / 4 * 4L; // every slice starts at a multiple of four
            DropoutMask.apply(w, slice * padded, area, dropoutKey.longs().get(0), form.site, form.dropout);
            dropped[thread].put(w, 0, area);
            used = Matrix.of(dropped[thread], form.tokens);
        }
        int[] values = {form.tokens, form.headWidth, form.tokens};
        Gemm.multiply(values, used, form.value(qkv, slice), form.output(out, slice), false);
    }

    /** Rows of scores to weights: {@code softmax(scale x)} of what each row sees, zero after. */
    private void softmax(float[] w, float[] powers) {
        int tokens = form.tokens;
        for (int i = 0; i < tokens; i++) {
            lower(w, i * tokens, form.seen(i), tokens, form.scale);
        }
        Loops.exp(w, powers, form.area());
        for (int i = 0; i < tokens; i++) {
            share(w, i * tokens, form.seen(i), tokens);
        }
    }

    /** One row of scores to weights: {@code softmax(scale x)}. */
    static void softmax(float[] x, float[] scratch, int count, float scale) {
        lower(x, 0, count, count, scale);
        Loops.exp(x, scratch, count);
        share(x, 0, count, count);
    }

    /** So that the largest score seen is 0; what is not seen is of no account. */
    static void lower(float[] x, int at, int seen, int count, float scale) {
        float max = Loops.max(x, at, at + seen);
        for (int j = at; j < at + count; j++) {
            x[j] = scale * (x[j] - max);
        }
    }

    /** So that what is seen sums to one. */
    static void share(float[] x, int at, int seen, int count) {
        float inverse = 1 / Loops.sum(x, at, at + seen);
        for (int j = at; j < at + seen; j++) {
            x[j] *= inverse;
        }
        Arrays.fill(x, at + seen, at + count, 0f);
    }
}
