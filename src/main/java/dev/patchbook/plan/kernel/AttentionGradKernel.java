package dev.patchbook.plan.kernel;

import dev.patchbook.base.DropoutMask;
import dev.patchbook.plan.Tensor;
import dev.patchbook.plan.kernel.Gemm.Matrix;
import java.util.Arrays;
import org.bytedeco.javacpp.FloatPointer;
import org.jspecify.annotations.Nullable;

/**
 * Gradients of {@link AttentionKernel}, head by head, with P the weights, M the dropout factors and dO the gradient of the
 * output: dV = (P M)^T dO; dP = M (dO V^T); dS = scale P (dP - rowsum(dP P)); dQ = dS K; dK = dS^T Q.
 */
final class AttentionGradKernel implements Kernel {
    private final Node node;
    private final AttentionSlices form;
    private final Tensor qkv;
    private final Tensor weights;
    private final Tensor dOut;
    private final @Nullable Tensor key;
    private final Tensor dQkv;
    private final float[][] p;
    private final float[][] d;
    private final float[][] mask;
    private final FloatPointer[] scores;

    AttentionGradKernel(Node node) {
        this.node = node;
        this.form = new AttentionSlices(node);
        this.qkv = node.in(0);
        this.weights = node.in(1);
        this.dOut = node.in(2);
        this.key = node.inputs().size() > 3 ? node.in(3) : null;
        this.dQkv = node.out(0);
        this.p = node.scratch(form.area());
        this.d = node.scratch(form.area());
        this.mask = node.scratch(key == null ? 0 : form.area());
        this.scores = Scratch.pointers(node, form.area());
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
        float[] weight = p[thread];
        float[] gradient = d[thread];
        FloatPointer memory = scores[thread];
        Matrix square = Matrix.of(memory, form.tokens); // [S, T]
        Matrix out = form.output(dOut, slice); // [S, D]
        weights.get(slice * area, weight, 0, area);
        Matrix used = Matrix.of(weights.pointer((long) slice * area), form.tokens);
        if (key != null) {
            draw(mask[thread], slice);
            System.arraycopy(weight, 0, gradient, 0, area);
            Loops.multiply(gradient, mask[thread], area);
            memory.put(gradient, 0, area);
            used = square;
        }
        int[] toKeys = {form.tokens, form.headWidth, form.tokens};
        Gemm.multiply(toKeys, used.transpose(), out, form.value(dQkv, slice), false);
        int[] toWeights = {form.tokens, form.tokens, form.headWidth};
        Gemm.multiply(toWeights, out, form.value(qkv, slice).transpose(), square, false);
        memory.get(gradient, 0, area);
        if (key != null) {
            Loops.multiply(gradient, mask[thread], area);
        }
        for (int i = 0; i < form.tokens; i++) {
            softmaxGradient(weight, gradient, i * form.tokens, form.seen(i), form.scale);
            int end = (i + 1) * form.tokens;
            Arrays.fill(gradient, i * form.tokens + form.seen(i), end, 0f);
        }
        memory.put(gradient, 0, area);
        int[] toQueries = {form.tokens, form.headWidth, form.tokens};
        Gemm.multiply(toQueries, square, form.key(qkv, slice), form.query(dQkv, slice), false);
        Gemm.multiply(toKeys, square.transpose(), form.query(qkv, slice), form.key(dQkv, slice), false);
    }

    /** The dropout factors of a slice, which both the weights and their gradient are multiplied by. */
    private void draw(float[] factors, int slice) {
        Tensor dropoutKey = key;
        if (dropoutKey != null) {
            Arrays.fill(factors, 1f);
            long padded = (form.area() + 3) / 4 * 4L;
            DropoutMask.apply(
                    factors, slice * padded, form.area(), dropoutKey.longs().get(0), form.site, form.dropout);
        }
    }

    /** Gradient of the seen part of a row's weights to gradient of its scores. */
    static void softmaxGradient(float[] weight, float[] gradient, int at, int seen, float scale) {
        float sum = Loops.dot(weight, gradient, at, at + seen);
        for (int j = at; j < at + seen; j++) {
            gradient[j] = scale * weight[j] * (gradient[j] - sum);
        }
    }
}
