package dev.patchbook.inspect;

import dev.patchbook.config.ModelConfig;
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
 * Runs of a model's inspection graph for one picture and one text. Plans are kept by text length, rounded up to a multiple of 8:
 * padding stands at the end, where nothing before it looks, and whoever reads the outputs cuts it off. For one thread.
 */
final class InspectionPlans implements AutoCloseable {
    private static final int ROUND = 8;
    private static final int MOST_PLANS = 8;

    /** A plan, what it is fed, and the memory it was laid out in. */
    private record Planned(ExecutionPlan plan, Tensor tokens, long generation) {}

    private final ModelRuntime runtime;
    private final List<String> outputs;
    private final Arena arena = new Arena();
    private final Tensor images;
    private final Map<Integer, Planned> plans = new LinkedHashMap<>(16, 0.75f, true);

    /** Of one model; plans are made when first needed. */
    InspectionPlans(ModelRuntime runtime, List<String> outputs) {
        this.runtime = runtime;
        this.outputs = List.copyOf(outputs);
        int side = runtime.config().vision().image();
        this.images = Tensor.zeros(DataType.FLOAT, 1, 3, side, side);
    }

    /** Runs with the weights of the moment; the outputs hold until the next run. */
    ExecutionPlan run(float[] pixels, int[] tokens) {
        ModelConfig config = runtime.config();
        if (tokens.length > config.textCapacity()) {
            throw new IllegalArgumentException(tokens.length + " tokens, room for " + config.textCapacity());
        }
        int length = rounded(tokens.length, config);
        Planned planned = planned(length);
        images.set(pixels);
        int[] padded = Arrays.copyOf(tokens, length);
        Arrays.fill(padded, tokens.length, length, config.decoder().pad());
        planned.tokens.ints().put(0, padded);
        planned.plan.run();
        return planned.plan;
    }

    /** A length few texts differ in. */
    static int rounded(int tokens, ModelConfig config) {
        int rounded = Math.max(ROUND, (tokens + ROUND - 1) / ROUND * ROUND);
        return Math.min(rounded, config.textCapacity());
    }

    private Planned planned(int length) {
        Planned known = plans.get(length);
        if (known != null && known.generation == arena.generation()) {
            return known;
        }
        Tensor tokens = Tensor.zeros(DataType.INT32, length);
        Map<String, Tensor> feeds = Map.of(VisionLanguageModel.IMAGES, images, VisionLanguageModel.TOKENS, tokens);
        ExecutionPlan plan = runtime.plan(runtime.model().inspectionGraph(1, length), feeds, outputs, arena);
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
