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
    private final Tensor q;
    private final Tensor kv;
    private final Tensor weights;
    private final Tensor dOut;
    private final @Nullable Tensor key;
    private final Tensor dQ;
    private final Tensor dKv;
    private final float[][] p;
    private final float[][] d;
    private final FloatPointer[] scores;

    AttentionGradKernel(Node node) {
        this.node = node;
        this.form = new AttentionSlices(node);
        int data = form.packed ? 1 : 2;
        this.q = node.in(0);
        this.kv = form.packed ? q : node.in(1);
        this.weights = node.in(data);
        this.dOut = node.in(data + 1);
        this.key = node.inputs().size() > data + 2 ? node.in(data + 2) : null;
        this.dQ = node.out(0);
        this.dKv = form.packed ? dQ : node.out(1);
        this.p = node.scratch(form.area());
        this.d = node.scratch(form.area());
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
        Matrix square = Matrix.of(memory, form.keys); // [S, T]
        Matrix out = form.output(dOut, slice); // [S, D]
        weights.get(slice * area, weight, 0, area);
        Matrix used = Matrix.of(weights.pointer((long) slice * area), form.keys);
        if (key != null) {
            drop(weight, slice);
            memory.put(weight, 0, area);
            weights.get(slice * area, weight, 0, area);
            used = square;
        }
        int[] toKeys = {form.keys, form.headWidth, form.queries};
        Gemm.multiply(toKeys, used.transpose(), out, form.value(dKv, slice), false);
        int[] toWeights = {form.queries, form.keys, form.headWidth};
        Gemm.multiply(toWeights, out, form.value(kv, slice).transpose(), square, false);
        memory.get(gradient, 0, area);
        if (key != null) {
            drop(gradient, slice);
        }
        for (int i = 0; i < form.queries; i++) {
            softmaxGradient(weight, gradient, i * form.keys, form.seen(i));
        }
        memory.put(gradient, 0, area);
        int[] toQueries = {form.queries, form.headWidth, form.keys};
        Gemm.multiply(toQueries, square, form.key(kv, slice), form.query(dQ, slice), false);
        Gemm.multiply(toKeys, square.transpose(), form.query(q, slice), form.key(dKv, slice), false);
    }

    private void drop(float[] numbers, int slice) {
        Tensor dropoutKey = key;
        if (dropoutKey != null) {
            long padded = (form.area() + 3) / 4 * 4L;
            DropoutMask.apply(
                    numbers, slice * padded, form.area(), dropoutKey.longs().get(0), form.site, form.dropout);
        }
    }

    /** Gradient of a row's weights to gradient of its scores; zero where masked. */
    private void softmaxGradient(float[] weight, float[] gradient, int at, int seen) {
        float sum = 0;
        for (int j = at; j < at + seen; j++) {
            sum += weight[j] * gradient[j];
        }
        for (int j = at; j < at + seen; j++) {
            gradient[j] = form.scale * weight[j] * (gradient[j] - sum);
        }
        Arrays.fill(gradient, at + seen, at + form.keys, 0f);
    }
}
