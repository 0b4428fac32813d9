package dev.patchbook.plan.kernel;

import dev.patchbook.plan.Tensor;
import dev.patchbook.plan.kernel.Gemm.Matrix;
import org.bytedeco.javacpp.FloatPointer;
import org.jspecify.annotations.Nullable;

/**
 * Attention of one query a picture, keys and values never formed: the query goes through the key weights to the tokens' side,
 * and the weighted mean of the tokens through the value weights. Heads share the threads first and last, pictures between.
 */
final class QueryAttentionKernel implements Kernel {
    private final Node node;
    private final QuerySlices form;
    private final Tensor q;
    private final Tensor x;
    private final Tensor weight;
    private final @Nullable Tensor key;
    private final Tensor out;
    private final Tensor weights;
    private final FloatPointer queries;
    private final FloatPointer means;
    private final float[][] rows;
    private final float[][] powers;
    private final float[][] mask;
    private final FloatPointer[] used;

    QueryAttentionKernel(Node node) {
        this.node = node;
        this.form = new QuerySlices(node);
        this.q = node.in(0);
        this.x = node.in(1);
        this.weight = node.in(2);
        this.key = node.inputs().size() > 3 ? node.in(3) : null;
        this.out = node.out(0);
        this.weights = node.out(1);
        this.queries = node.out(2).pointer(0);
        this.means = node.out(3).pointer(0);
        this.rows = node.scratch(form.area());
        this.powers = node.scratch(form.area());
        this.mask = node.scratch(form.tokens);
        this.used = Scratch.pointers(node, form.area());
    }

    @Override
    public void run() {
        int[] fold = {form.batch, form.width, form.headWidth};
        node.workers().run(form.heads, 1, (thread, from, to) -> {
            for (int h = from; h < to; h++) {
                Gemm.multiply(fold, form.head(q, h), form.key(weight, h), form.folded(queries, h), false);
            }
        });
        node.workers().run(form.batch, 1, (thread, from, to) -> {
            for (int b = from; b < to; b++) {
                picture(thread, b);
            }
        });
        int[] unfold = {form.batch, form.headWidth, form.width};
        node.workers().run(form.heads, 1, (thread, from, to) -> {
            for (int h = from; h < to; h++) {
                Gemm.multiply(
                        unfold, form.folded(means, h), form.value(weight, h).transpose(), form.head(out, h), false);
            }
        });
    }

    private void picture(int thread, int b) {
        int area = form.area();
        Matrix scores = Matrix.of(used[thread], form.tokens);
        int[] product = {form.heads, form.tokens, form.width};
        Gemm.multiply(product, form.picture(queries, b), form.tokens(x, b).transpose(), scores, false);
        float[] w = rows[thread];
        used[thread].get(w, 0, area);
        for (int h = 0; h < form.heads; h++) {
            AttentionKernel.lower(w, h * form.tokens, form.tokens, form.tokens, form.scale);
        }
        Loops.exp(w, powers[thread], area);
        for (int h = 0; h < form.heads; h++) {
            AttentionKernel.share(w, h * form.tokens, form.tokens, form.tokens);
        }
        weights.put(b * area, w, 0, area);
        Tensor dropoutKey = key;
        if (dropoutKey != null) {
            form.drop(w, mask[thread], b, dropoutKey);
        }
        used[thread].put(w, 0, area);
        int[] mean = {form.heads, form.width, form.tokens};
        Gemm.multiply(mean, scores, form.tokens(x, b), form.picture(means, b), false);
    }
}
