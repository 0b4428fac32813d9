package dev.patchbook.inspect;

import dev.patchbook.base.TensorView;
import dev.patchbook.config.DecoderConfig;
import dev.patchbook.config.ModelConfig;
import dev.patchbook.config.VisionConfig;
import dev.patchbook.plan.ExecutionPlan;
import dev.patchbook.plan.Tensor;
import dev.patchbook.sample.ModelRuntime;
import java.util.List;

/** Every attention map of a model for one picture and one text, in one run. For one thread. */
public final class AttentionMaps implements AutoCloseable {
    /**
     * The maps; each row is a query and sums to one.
     *
     * @param vision [blocks, heads, tokens, tokens], CLS first
     * @param text [blocks, heads, S, S], visual tokens first
     */
    public record Maps(TensorView vision, TensorView text) {}

    private final ModelConfig config;
    private final List<String> names;
    private final InspectionPlans plans;

    /** For one model; plans are made when first needed. */
    public AttentionMaps(ModelRuntime runtime) {
        this.config = runtime.config();
        this.names = runtime.model().attentionNames();
        this.plans = new InspectionPlans(runtime, names);
    }

    /**
     * The maps of a picture and a text, with the weights of the moment.
     *
     * @param pixels [3, S, S]
     * @param tokens what the decoder reads after the visual tokens; may be empty, may not be longer than the model takes
     */
    public Maps of(float[] pixels, int[] tokens) {
        ExecutionPlan plan = plans.run(pixels, tokens);
        VisionConfig vision = config.vision();
        DecoderConfig decoder = config.decoder();
        int sequence = config.visualTokens() + tokens.length;
        List<String> visionNames = names.subList(0, vision.blocks());
        List<String> textNames = names.subList(vision.blocks(), names.size());
        return new Maps(
                stack(plan, visionNames, vision.heads(), vision.tokens()),
                stack(plan, textNames, decoder.heads(), sequence));
    }

    /** Maps [1, heads, T, T] of several blocks as one, of each the first {@code size} rows and columns. */
    private static TensorView stack(ExecutionPlan plan, List<String> blocks, int heads, int size) {
        float[] all = new float[blocks.size() * heads * size * size];
        int at = 0;
        for (String block : blocks) {
            Tensor maps = plan.output(block);
            int full = maps.size(3);
            for (int head = 0; head < heads; head++) {
                for (int row = 0; row < size; row++) {
                    maps.get((head * full + row) * full, all, at, size);
                    at += size;
                }
            }
        }
        return new TensorView(all, blocks.size(), heads, size, size);
    }

    /** How many plans are kept. */
    int kept() {
        return plans.kept();
    }

    @Override
    public void close() {
        plans.close();
    }
}
