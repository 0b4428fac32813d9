package dev.patchbook.train;

import dev.patchbook.config.Training;
import dev.patchbook.data.Batch;
import dev.patchbook.model.ModelGraph;
import dev.patchbook.model.VisionLanguageModel;
import dev.patchbook.plan.Arena;
import dev.patchbook.plan.Broken;
import dev.patchbook.plan.ExecutionPlan;
import dev.patchbook.plan.PlanProfile;
import dev.patchbook.plan.Tensor;
import dev.patchbook.sample.ModelRuntime;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.nd4j.linalg.api.buffer.DataType;

/**
 * Loss and gradients of a batch. A plan is made for each shape of batch when first needed; all share one arena, and of more than
 * eight the longest unused goes.
 */
public final class TrainStep implements AutoCloseable {
    private static final int MOST_PLANS = 8;
    private static final int ROUND = 8;

    private record Shape(int batch, int tokens, boolean backward, boolean fed) {}

    private record Ready(BatchFeeds feeds, ExecutionPlan plan, long generation) {}

    private final ModelRuntime runtime;
    private final Tensor gradients;
    private final Arena arena = new Arena();
    private final Map<Shape, Ready> plans = new LinkedHashMap<>(16, 0.75f, true) {
        private static final long serialVersionUID = 1;

        @Override
        protected boolean removeEldestEntry(Map.Entry<Shape, Ready> eldest) {
            return size() > MOST_PLANS;
        }
    };

    private Training training;

    /**
     * Steps for a model.
     *
     * @param dropout share of values dropped in training
     */
    public TrainStep(ModelRuntime runtime, double dropout) {
        this.runtime = runtime;
        this.training = Training.all(runtime.config(), dropout);
        this.gradients =
                Tensor.zeros(DataType.FLOAT, runtime.parameters().layout().length());
    }

    /** Sets what trains from now on; only of that there will be gradients. */
    public void train(Training other) {
        if (!other.equals(training)) {
            training = other;
            plans.values().forEach(ready -> ready.feeds.close());
            plans.clear();
        }
    }

    /** The gradients of the last {@link #backward}, laid out like the parameters; of what does not train, whatever was there. */
    public Tensor gradients() {
        return gradients;
    }

    /**
     * Loss of a batch, and its gradients into {@link #gradients}.
     *
     * @param dropoutKey chooses what is dropped
     */
    public double backward(Batch batch, long dropoutKey) {
        return run(batch, null, dropoutKey, true, ExecutionPlan::run);
    }

    /** As {@link #backward(Batch, long)}, from what vision made of the pictures in the place of these. */
    public double backward(Batch batch, float[] embeds, long dropoutKey) {
        return run(batch, embeds, dropoutKey, true, ExecutionPlan::run);
    }

    /** As {@link #backward(Batch, float[], long)}, or with null from the pictures, adding up what each node takes. */
    public void profile(Batch batch, float @Nullable [] embeds, long dropoutKey, PlanProfile profile) {
        run(batch, embeds, dropoutKey, true, plan -> plan.run(profile));
    }

    /** Runs a batch again as {@link #backward} did, embeds null where it had none, and finds the first tensor with a number that is not finite. */
    public Optional<Broken> firstBroken(Batch batch, float @Nullable [] embeds, long dropoutKey) {
        List<Broken> found = new ArrayList<>();
        run(batch, embeds, dropoutKey, true, plan -> plan.firstBroken().ifPresent(found::add));
        return found.stream().findFirst();
    }

    /** Loss of a batch without dropout. */
    public double loss(Batch batch) {
        return run(batch, null, 0, false, ExecutionPlan::run);
    }

    private double run(
            Batch batch, float @Nullable [] embeds, long key, boolean backward, Consumer<ExecutionPlan> how) {
        Shape shape = new Shape(batch.size(), roundUp(batch.length()), backward, embeds != null);
        Ready ready = plans.get(shape);
        if (ready == null || ready.generation != arena.generation()) {
            if (ready != null) {
                ready.feeds.close();
            }
            ready = prepare(shape);
            plans.put(shape, ready);
        }
        ready.feeds.fill(batch, runtime.config().decoder().pad(), key);
        if (embeds == null) {
            ready.feeds.pictures().set(batch.pixels());
        } else {
            ready.feeds.pictures().set(embeds);
        }
        how.accept(ready.plan);
        return ready.plan.output(VisionLanguageModel.LOSS).toArray()[0];
    }

    /** Few lengths, so few plans; what is added counts for nothing and, the mask being causal, is seen by nothing. */
    private int roundUp(int tokens) {
        int rounded = (tokens + ROUND - 1) / ROUND * ROUND;
        return Math.min(rounded, runtime.config().textCapacity());
    }

    private Ready prepare(Shape shape) {
        BatchFeeds feeds = shape.fed
                ? BatchFeeds.fed(shape.batch, shape.tokens, runtime.config())
                : BatchFeeds.of(
                        shape.batch, shape.tokens, runtime.config().vision().image());
        ExecutionPlan plan = shape.backward
                ? runtime.gradientPlan(graph(shape), feeds.byName(), gradients, arena)
                : runtime.plan(graph(shape), feeds.byName(), List.of(VisionLanguageModel.LOSS), arena);
        return new Ready(feeds, plan, arena.generation());
    }

    private ModelGraph graph(Shape shape) {
        VisionLanguageModel model = runtime.model();
        return !shape.backward
                ? model.lossGraph(shape.batch, shape.tokens, 0)
                : shape.fed
                        ? model.fedLossGraph(shape.batch, shape.tokens, training)
                        : model.lossGraph(shape.batch, shape.tokens, training);
    }

    @Override
    public void close() {
        plans.values().forEach(ready -> ready.feeds.close());
        plans.clear();
        gradients.close();
        arena.close();
    }
}
