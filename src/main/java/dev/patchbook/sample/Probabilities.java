package dev.patchbook.sample;

import dev.patchbook.config.SampleSettings;
import java.util.Comparator;
import java.util.stream.IntStream;

/** From scores to probabilities: as the model gives them, and after temperature, top-k and top-p. */
public final class Probabilities {
    private Probabilities() {}

    /** Softmax of the scores [V]. */
    public static double[] of(float[] logits) {
        return softmax(logits, 1);
    }

    /**
     * What a sampler draws from: softmax of scores over temperature, then only the {@code top-k} likeliest, then only the
     * likeliest that together reach {@code top-p} (Holtzman et al., 2020), at least one; scaled to sum to 1. At temperature 0
     * all is on the likeliest.
     */
    public static double[] adjusted(float[] logits, SampleSettings settings) {
        if (settings.temperature() == 0) {
            double[] certain = new double[logits.length];
            certain[Sampler.argmax(logits)] = 1;
            return certain;
        }
        double[] all = softmax(logits, settings.temperature());
        int most = settings.topK() == 0 ? all.length : Math.min(settings.topK(), all.length);
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
            if (sum >= settings.topP() * ofTopK) {
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

    private static double[] softmax(float[] logits, double temperature) {
        double max = Double.NEGATIVE_INFINITY;
        for (float logit : logits) {
            max = Math.max(max, logit);
        }
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
