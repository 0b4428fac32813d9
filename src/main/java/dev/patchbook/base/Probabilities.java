package dev.patchbook.base;

import java.util.Comparator;
import java.util.stream.IntStream;

/** From scores to probabilities: as a model gives them, and after temperature, top-k and top-p. */
public final class Probabilities {
    private Probabilities() {}

    /** Softmax of the scores [V]; a score of minus infinity has probability 0. */
    public static double[] of(float[] logits) {
        return softmax(logits, 1);
    }

    /** Log-probabilities of the scores [V], nats. */
    public static float[] logs(float[] logits) {
        double max = logits[argmax(logits)];
        double sum = 0;
        for (float logit : logits) {
            sum += Math.exp(logit - max);
        }
        double whole = max + Math.log(sum);
        float[] logs = new float[logits.length];
        for (int i = 0; i < logs.length; i++) {
            logs[i] = (float) (logits[i] - whole);
        }
        return logs;
    }

    /**
     * What a sampler draws from: softmax of scores over temperature, then only the {@code top-k} likeliest, then only the
     * likeliest that together reach {@code top-p} (Holtzman et al., 2020), at least one; scaled to sum to 1. At temperature 0
     * all is on the likeliest.
     *
     * @param logits scores [V], or log-probabilities
     * @param temperature 0 or more
     * @param topK how many stay; 0: all
     * @param topP share of the probability that stays
     */
    public static double[] adjusted(float[] logits, double temperature, int topK, double topP) {
        if (temperature == 0) {
            double[] certain = new double[logits.length];
            certain[argmax(logits)] = 1;
            return certain;
        }
        double[] all = softmax(logits, temperature);
        int most = topK == 0 ? all.length : Math.min(topK, all.length);
        int[] order = likeliest(all, most);
        double ofTopK = 0;
        for (int token : order) {
            ofTopK += all[token];
        }
        double[] kept = new double[all.length];
        double sum = 0;
        for (int token : order) {
            kept[token] = all[token];
            sum += all[token];
            if (sum >= topP * ofTopK) {
                break;
            }
        }
        for (int i = 0; i < kept.length; i++) {
            kept[i] /= sum;
        }
        return kept;
    }

    /** Indices of the n largest, largest first; of equals the first. */
    public static int[] likeliest(double[] probabilities, int n) {
        return IntStream.range(0, probabilities.length)
                .boxed()
                .sorted(Comparator.comparingDouble((Integer i) -> -probabilities[i]))
                .limit(n)
                .mapToInt(Integer::intValue)
                .toArray();
    }

    /** Index of the largest; of equals the first. */
    public static int argmax(float[] logits) {
        int best = 0;
        for (int i = 1; i < logits.length; i++) {
            if (logits[i] > logits[best]) {
                best = i;
            }
        }
        return best;
    }

    /** Entropy, nats: 0 where one is certain, ln V where all are alike. */
    public static double entropy(double[] probabilities) {
        double sum = 0;
        for (double p : probabilities) {
            sum -= p > 0 ? p * Math.log(p) : 0;
        }
        return sum;
    }

    private static double[] softmax(float[] logits, double temperature) {
        double max = logits[argmax(logits)];
        double[] probabilities = new double[logits.length];
        double sum = 0;
        for (int i = 0; i < logits.length; i++) {
            probabilities[i] = Math.exp((logits[i] - max) / temperature);
            sum += probabilities[i];
        }
        for (int i = 0; i < logits.length; i++) {
            probabilities[i] /= sum;
        }
        return probabilities;
    }
}
