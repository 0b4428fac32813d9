package dev.patchbook.sample;

import dev.patchbook.base.CounterHash;
import dev.patchbook.base.Probabilities;
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
        return (logits, index) -> Probabilities.argmax(logits);
    }

    /** As the settings say; temperature 0 is greedy. */
    static Sampler of(SampleSettings settings) {
        if (settings.temperature() == 0) {
            return greedy();
        }
        return (logits, index) -> {
            double[] probabilities =
                    Probabilities.adjusted(logits, settings.temperature(), settings.topK(), settings.topP());
            double draw = CounterHash.uniform(CounterHash.key(settings.seed(), index, 0x73616D70), 0);
            return pick(probabilities, draw);
        };
    }

    /** Goes along a text; after its end, as another chooses. */
    static Sampler along(Sampler then, int... ids) {
        return (logits, index) -> index < ids.length ? ids[index] : then.next(logits, index);
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
