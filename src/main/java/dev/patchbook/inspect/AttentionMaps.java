package dev.patchbook.inspect;

import dev.patchbook.base.TensorView;
import dev.patchbook.config.DecoderConfig;
import dev.patchbook.config.ModelConfig;
import dev.patchbook.config.VisionConfig;
import dev.patchbook.model.VisionLanguageModel;
import dev.patchbook.plan.Arena;
import dev.patchbook.plan.ExecutionPlan;
import dev.patchbook.plan.Tensor;
import dev.patchbook.sample.ModelRuntime;
import java.util.Arrays;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.nd4j.linalg.api.buffer.DataType;

/**
 * Every attention map of a model for one picture and one text, in one run. Plans are kept by text length, rounded up to a
 * multiple of 8: padding stands at the end, where nothing before it looks, and is cut off. For one thread.
 */
public final class AttentionMaps implements AutoCloseable {
    private static final int ROUND = 8;
    private static final int MOST_PLANS = 8;

    /**
     * The maps; each row is a query and sums to one.
     *
     * @param vision [blocks, heads, tokens, tokens], CLS first
     * @param text [blocks, heads, S, S], visual tokens first
     */
    public record Maps(TensorView vision, TensorView text) {}

    /** A plan, what it is fed, and the memory it was laid out in. */
    private record Planned(ExecutionPlan plan, Tensor tokens, long generation) {}

    private final ModelRuntime runtime;
    private final List<String> names;
    private final Arena arena = new Arena();
    private final Tensor images;
    private final Map<Integer, Planned> plans = new LinkedHashMap<>(16, 0.75f, true);

    /** For one model; plans are made when first needed. */
    public AttentionMaps(ModelRuntime runtime) {
        this.runtime = runtime;
        this.names = runtime.model().attentionNames();
        int side = runtime.config().vision().image();
        this.images = Tensor.zeros(DataType.FLOAT, 1, 3, side, side);
    }

    /**
     * The maps of a picture and a text, with the weights of the moment.
     *
     * @param pixels [3, S, S]
     * @param tokens what the decoder reads after the visual tokens; may be empty, may not be longer than the model takes
     */
    public Maps of(float[] pixels, int[] tokens) {
        ModelConfig config = runtime.config();
        if (tokens.length > config.textCapacity()) {
            throw new IllegalArgumentException(tokens.length + " tokens, room for " + config.textCapacity());
        }
        int rounded = Math.max(ROUND, (tokens.length + ROUND - 1) / ROUND * ROUND);
        int length = Math.min(rounded, config.textCapacity());
        Planned planned = planned(length);
        images.set(pixels);
        int[] padded = Arrays.copyOf(tokens, length);
        Arrays.fill(padded, tokens.length, length, config.decoder().pad());
        planned.tokens.ints().put(0, padded);
        planned.plan.run();

        VisionConfig vision = config.vision();
        DecoderConfig decoder = config.decoder();
        int sequence = config.visualTokens() + tokens.length;
        List<String> visionNames = names.subList(0, vision.blocks());
        List<String> textNames = names.subList(vision.blocks(), names.size());
        return new Maps(
                stack(planned.plan, visionNames, vision.heads(), vision.tokens()),
                stack(planned.plan, textNames, decoder.heads(), sequence));
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

    private Planned planned(int length) {
        Planned known = plans.get(length);
        if (known != null && known.generation == arena.generation()) {
            return known;
        }
        Tensor tokens = Tensor.zeros(DataType.INT32, length);
        Map<String, Tensor> feeds = Map.of(VisionLanguageModel.IMAGES, images, VisionLanguageModel.TOKENS, tokens);
        ExecutionPlan plan = runtime.plan(runtime.model().inspectionGraph(1, length), feeds, names, arena);
        Planned made = new Planned(plan, tokens, arena.generation());
        plans.put(length, made);
        if (plans.size() > MOST_PLANS) {
            Iterator<Planned> oldest = plans.values().iterator();
            oldest.next();
            oldest.remove();
        }
        return made;
    }

    /** How many plans are kept. */
    int kept() {
        return plans.size();
    }

    @Override
    public void close() {
        plans.values().forEach(planned -> planned.tokens.close());
        plans.clear();
        images.close();
        arena.close();
    }
}
