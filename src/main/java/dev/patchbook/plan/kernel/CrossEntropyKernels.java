package dev.patchbook.plan.kernel;

import dev.patchbook.plan.Tensor;
import java.nio.IntBuffer;
import java.util.Arrays;

/** Mean cross-entropy of logits [R, V] over the targets [R] that are not negative, and its gradient. */
final class CrossEntropyKernels {
    private CrossEntropyKernels() {}

    static Kernel forward(Node node) {
        Tensor logits = node.in(0);
        int vocabulary = logits.size(1);
        float[] row = new float[vocabulary];
        return () -> {
            IntBuffer targets = node.in(1).ints();
            double sum = 0;
            int counted = 0;
            for (int r = 0; r < logits.size(0); r++) {
                int target = targets.get(r);
                if (target >= 0) {
                    logits.get(r * vocabulary, row, 0, vocabulary);
                    sum += logSumExp(row) - row[target];
                    counted++;
                }
            }
            node.out(0).put(0, new float[] {counted == 0 ? 0 : (float) (sum / counted)}, 0, 1);
        };
    }

    /** Gradient of the logits: (softmax - one-hot) / counted, times the gradient of the loss; inputs logits, targets, dLoss. */
    static Kernel backward(Node node) {
        Tensor logits = node.in(0);
        Tensor dLogits = node.out(0);
        int vocabulary = logits.size(1);
        float[] row = new float[vocabulary];
        float[] scratch = new float[vocabulary];
        return () -> {
            IntBuffer targets = node.in(1).ints();
            int counted = 0;
            for (int r = 0; r < logits.size(0); r++) {
                counted += targets.get(r) >= 0 ? 1 : 0;
            }
            float scale = node.in(2).toArray()[0] / Math.max(1, counted);
            for (int r = 0; r < logits.size(0); r++) {
                int target = targets.get(r);
                logits.get(r * vocabulary, row, 0, vocabulary);
                gradient(row, scratch, target, scale);
                dLogits.put(r * vocabulary, row, 0, vocabulary);
            }
        };
    }

    private static void gradient(float[] row, float[] scratch, int target, float scale) {
        if (target < 0) {
            Arrays.fill(row, 0);
            return;
        }
        AttentionKernel.softmax(row, scratch, row.length, 1);
        row[target] -= 1;
        for (int i = 0; i < row.length; i++) {
            row[i] *= scale;
        }
    }

    private static double logSumExp(float[] row) {
        float max = Loops.max(row, 0, row.length);
        double sum = 0;
        for (float x : row) {
            sum += Math.exp(x - max);
        }
        return max + Math.log(sum);
    }
}
