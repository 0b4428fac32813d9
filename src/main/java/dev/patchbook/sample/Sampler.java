package dev.patchbook.sample;

import dev.patchbook.base.CounterHash;
import dev.patchbook.config.SampleSettings;

/** Chooses the next token from its scores. */
@FunctionalInterface
public interface Sampler {
    /**
     * The token chosen.
     *
     * @param logits scores [V]; not changed
     * @param index number of the token after the prompt, from 0; a draw depends on nothing else but the seed
     */
    int next(float[] logits, int index);

    /** Always the likeliest; of equals the first. */
    static Sampler greedy() {
        return (logits, index) -> argmax(logits);
    }

    /** As the settings say; temperature 0 is greedy. */
    static Sampler of(SampleSettings settings) {
        if (settings.temperature() == 0) {
            return greedy();
        }
        return (logits, index) -> {
            double[] probabilities = Probabilities.adjusted(logits, settings);
            double draw = CounterHash.uniform(CounterHash.key(settings.seed(), index, 0x73616D70), 0);
            return pick(probabilities, draw);
        };
    }

    /** Index of the largest; of equals the first. */
    static int argmax(float[] logits) {
        int best = 0;
        for (int i = 1; i < logits.length; i++) {
            if (logits[i] > logits[best]) {
                best = i;
            }
        }
        return best;
    }

    /** The index in whose share of [0, 1) a draw falls. */
    static int pick(double[] probabilities, double draw) {
        double sum = 0;
        int last = 0;
        for (int i = 0; i < probabilities.length; i++) {
            if (probabilities[i] > 0) {
                sum += probabilities[i];
                last = i;
                if (draw < sum) {
                    return i;
                }
            }
        }
        return last; // rounding left the sum below the draw
    }
}
