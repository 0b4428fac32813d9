package dev.patchbook.plan.kernel;

import dev.patchbook.plan.Tensor;
import dev.patchbook.plan.kernel.Gemm.Matrix;
import org.bytedeco.javacpp.FloatPointer;
import org.jspecify.annotations.Nullable;

/**
 * Gradients of {@link QueryAttentionKernel}. With U = q Wk, P the weights, M the dropout factors and Z = (P M) X, for each head:
 * dZ = dO Wv; dWv = dO^T Z; dP = M (dZ X^T); dS = scale P (dP - rowsum(dP P)); dX = (P M)^T dZ + dS^T U; dU = dS X;
 * dq = dU Wk^T; dWk = q^T dU.
 */
final class QueryAttentionGradKernel implements Kernel {
    private final Node node;
    private final QuerySlices form;
    private final Tensor q;
    private final Tensor x;
    private final Tensor weight;
    private final Tensor weights;
    private final FloatPointer queries;
    private final FloatPointer means;
    private final Tensor dOut;
    private final @Nullable Tensor key;
    private final @Nullable Tensor dQ;
    private final @Nullable Tensor dX;
    private final @Nullable Tensor dWeight;
    private final FloatPointer dMeans;
    private final FloatPointer dQueries;
    private final float[][] p;
    private final float[][] d;
    private final float[][] mask;
    private final FloatPointer[] dropped;
    private final FloatPointer[] scores;

    QueryAttentionGradKernel(Node node) {
        this.node = node;
        this.form = new QuerySlices(node);
        this.q = node.in(0);
        this.x = node.in(1);
        this.weight = node.in(2);
        this.weights = node.in(3);
        this.queries = node.in(4).pointer(0);
        this.means = node.in(5).pointer(0);
        this.dOut = node.in(6);
        this.key = node.inputs().size() > 7 ? node.in(7) : null;
        this.dQ = node.optional(0);
        this.dX = node.optional(1);
        this.dWeight = node.optional(2);
        int folded = form.batch * form.heads * form.width;
        this.dMeans = new FloatPointer((long) folded);
        this.dQueries = new FloatPointer((long) folded);
        this.p = node.scratch(form.area());
        this.d = node.scratch(form.area());
        this.mask = node.scratch(form.tokens);
        this.dropped = Scratch.pointers(node, form.area());
        this.scores = Scratch.pointers(node, form.area());
    }

    @Override
    public void run() {
        node.workers().run(form.heads, 1, (thread, from, to) -> {
            for (int h = from; h < to; h++) {
                values(h);
            }
        });
        node.workers().run(form.batch, 1, (thread, from, to) -> {
            for (int b = from; b < to; b++) {
                picture(thread, b);
            }
        });
        node.workers().run(form.heads, 1, (thread, from, to) -> {
            for (int h = from; h < to; h++) {
                keys(h);
            }
        });
    }

    private void values(int h) {
        Matrix gradient = form.head(dOut, h); // [B, D]
        int[] back = {form.batch, form.width, form.headWidth};
        Gemm.multiply(back, gradient, form.value(weight, h), form.folded(dMeans, h), false);
        Tensor toWeights = dWeight;
        if (toWeights != null) {
            int[] toWeight = {form.headWidth, form.width, form.batch};
            Gemm.multiply(toWeight, gradient.transpose(), form.folded(means, h), form.value(toWeights, h), false);
        }
    }

    private void keys(int h) {
        Matrix gradient = form.folded(dQueries, h); // [B, C]
        Tensor toQueries = dQ;
        if (toQueries != null) {
            int[] toQuery = {form.batch, form.headWidth, form.width};
            Gemm.multiply(toQuery, gradient, form.key(weight, h).transpose(), form.head(toQueries, h), false);
        }
        Tensor toWeights = dWeight;
        if (toWeights != null) {
            int[] toWeight = {form.headWidth, form.width, form.batch};
            Gemm.multiply(toWeight, form.head(q, h).transpose(), gradient, form.key(toWeights, h), false);
        }
    }

    private void picture(int thread, int b) {
        int area = form.area();
        float[] weightRows = p[thread];
        float[] gradient = d[thread];
        Matrix used = Matrix.of(dropped[thread], form.tokens); // [H, T]
        Matrix square = Matrix.of(scores[thread], form.tokens); // [H, T]
        Matrix gradientOfMeans = form.picture(dMeans, b); // [H, C]
        Matrix tokens = form.tokens(x, b); // [T, C]
        int[] toWeights = {form.heads, form.tokens, form.width};
        Gemm.multiply(toWeights, gradientOfMeans, tokens.transpose(), square, false);
        scores[thread].get(gradient, 0, area);
        weights.get(b * area, weightRows, 0, area);
        dropped[thread].put(weightRows, 0, area);
        Tensor dropoutKey = key;
        if (dropoutKey != null) {
            form.drop(gradient, mask[thread], b, dropoutKey);
            form.drop(weightRows, mask[thread], b, dropoutKey);
            dropped[thread].put(weightRows, 0, area);
            weights.get(b * area, weightRows, 0, area);
        }
        for (int h = 0; h < form.heads; h++) {
            AttentionGradKernel.softmaxGradient(weightRows, gradient, h * form.tokens, form.tokens, form.scale);
        }
        scores[thread].put(gradient, 0, area);
        Tensor toX = dX;
        if (toX != null) {
            int[] toTokens = {form.tokens, form.width, form.heads};
            Gemm.multiply(toTokens, used.transpose(), gradientOfMeans, form.tokens(toX, b), false);
            Gemm.multiply(toTokens, square.transpose(), form.picture(queries, b), form.tokens(toX, b), true);
        }
        int[] toQueries = {form.heads, form.width, form.tokens};
        Gemm.multiply(toQueries, square, tokens, form.picture(dQueries, b), false);
    }
}
