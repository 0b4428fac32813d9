package dev.patchbook.inspect;

import dev.patchbook.base.Probabilities;
import dev.patchbook.base.TensorView;
import dev.patchbook.config.ModelConfig;
import dev.patchbook.plan.ExecutionPlan;
import dev.patchbook.plan.Tensor;
import dev.patchbook.sample.ModelRuntime;
import java.util.List;

/**
 * What the decoder would say next, were it to stop after each of its blocks: the state of each position read through the final
 * norm and the head (nostalgebraist, 2020, "interpreting GPT: the logit lens"). For one thread.
 */
public final class LogitLens implements AutoCloseable {
    private static final double EPS = 1e-5; // as in the layer norm of the model

    private final ModelRuntime runtime;
    private final List<String> states;
    private final InspectionPlans plans;

    /** For one model; plans are made when first needed. */
    public LogitLens(ModelRuntime runtime) {
        this.runtime = runtime;
        this.states = runtime.model().stateNames();
        this.plans = new InspectionPlans(runtime, states);
    }

    /**
     * Log-probabilities [1 + blocks, S, V] in nats, before the first block first, visual tokens first; those after the last
     * block are the model's own.
     *
     * @param pixels [3, S, S]
     * @param tokens what the decoder reads after the visual tokens
     */
    public TensorView of(float[] pixels, int[] tokens) {
        ExecutionPlan plan = plans.run(pixels, tokens);
        ModelConfig config = runtime.config();
        int sequence = config.visualTokens() + tokens.length;
        int width = config.decoder().width();
        int vocabulary = config.decoder().vocabulary();
        Reader reader = new Reader(runtime);
        float[] all = new float[states.size() * sequence * vocabulary];
        float[] state = new float[width];
        int at = 0;
        for (String name : states) {
            Tensor rows = plan.output(name); // [S and padding, D]
            for (int position = 0; position < sequence; position++) {
                rows.get(position * width, state, 0, width);
                System.arraycopy(reader.logs(state), 0, all, at, vocabulary);
                at += vocabulary;
            }
        }
        return new TensorView(all, states.size(), sequence, vocabulary);
    }

    /** The final norm and the head, with the weights of the moment. */
    private static final class Reader {
        private final float[] gain;
        private final float[] shift;
        private final float[] weight;
        private final float[] bias;

        Reader(ModelRuntime runtime) {
            gain = read(runtime, "decoder.ln_f.weight");
            shift = read(runtime, "decoder.ln_f.bias");
            weight = read(runtime, "decoder.lm_head.weight");
            bias = read(runtime, "decoder.lm_head.bias");
        }

        private static float[] read(ModelRuntime runtime, String name) {
            return runtime.parameters().read(name).data();
        }

        float[] logs(float[] state) {
            float[] normed = normed(state);
            float[] logits = new float[bias.length];
            for (int token = 0; token < logits.length; token++) {
                double sum = bias[token];
                for (int i = 0; i < normed.length; i++) {
                    sum += (double) weight[token * normed.length + i] * normed[i];
                }
                logits[token] = (float) sum;
            }
            return Probabilities.logs(logits);
        }

        private float[] normed(float[] state) {
            double mean = 0;
            for (float x : state) {
                mean += (double) x / state.length;
            }
            double variance = 0;
            for (float x : state) {
                variance += (x - mean) * (x - mean) / state.length;
            }
            double scale = 1 / Math.sqrt(variance + EPS);
            float[] normed = new float[state.length];
            for (int i = 0; i < normed.length; i++) {
                normed[i] = (float) ((state[i] - mean) * scale * gain[i] + shift[i]);
            }
            return normed;
        }
    }

    @Override
    public void close() {
        plans.close();
    }
}
