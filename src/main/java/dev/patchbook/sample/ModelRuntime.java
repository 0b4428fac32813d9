package dev.patchbook.sample;

import dev.patchbook.config.ModelConfig;
import dev.patchbook.model.ModelGraph;
import dev.patchbook.model.ModelGraph.Placement;
import dev.patchbook.model.Parameters;
import dev.patchbook.model.VisionLanguageModel;
import dev.patchbook.plan.Arena;
import dev.patchbook.plan.ExecutionPlan;
import dev.patchbook.plan.Tensor;
import dev.patchbook.plan.Workers;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.nd4j.autodiff.samediff.SameDiff;

/**
 * A model and its weights, ready to run: makes plans of the model's graphs that all read the same parameters. Used by one thread
 * at a time.
 */
public final class ModelRuntime implements AutoCloseable {
    private final VisionLanguageModel model;
    private final Parameters parameters;
    private final Tensor flat;
    private final Workers workers;

    /** A model with these weights, which it closes in the end. */
    public ModelRuntime(ModelConfig config, Parameters parameters, Workers workers) {
        this.model = new VisionLanguageModel(config);
        this.parameters = parameters;
        this.flat = Tensor.of(parameters.flat());
        this.workers = workers;
    }

    /** The model's graphs. */
    public VisionLanguageModel model() {
        return model;
    }

    /** The model's configuration. */
    public ModelConfig config() {
        return model.config();
    }

    /** The weights. */
    public Parameters parameters() {
        return parameters;
    }

    /** All weights as one tensor. */
    public Tensor flat() {
        return flat;
    }

    /** The threads plans run on. */
    public Workers workers() {
        return workers;
    }

    /**
     * A plan of a forward graph.
     *
     * @param graph one of the model's
     * @param feeds arrays by the name of what is fed
     * @param outputs variables wanted
     * @param arena where activations lie
     */
    public ExecutionPlan plan(ModelGraph graph, Map<String, Tensor> feeds, List<String> outputs, Arena arena) {
        Map<String, Tensor> bound = bound(graph, feeds);
        return new ExecutionPlan(new ExecutionPlan.Request(graph.sameDiff(), bound, outputs), arena, workers);
    }

    private Map<String, Tensor> bound(ModelGraph graph, Map<String, Tensor> feeds) {
        Map<String, Tensor> bound = new HashMap<>(feeds);
        for (Placement placement : graph.placements()) {
            bound.put(placement.name(), flat.slice(placement.offset(), placement.shape()));
        }
        return bound;
    }

    /**
     * A plan of a loss graph, forward and backward; the gradient of every parameter that trains is written to its place in a flat
     * buffer laid out like the parameters. Nothing is computed for the others.
     *
     * @param graph a loss graph
     * @param feeds arrays by the name of what is fed
     * @param gradients where the gradients go, as long as the parameters
     * @param arena where activations lie
     */
    public ExecutionPlan gradientPlan(ModelGraph graph, Map<String, Tensor> feeds, Tensor gradients, Arena arena) {
        SameDiff both = graph.differentiate(VisionLanguageModel.LOSS);
        Map<String, Tensor> bound = bound(graph, feeds);
        List<String> outputs = new ArrayList<>(List.of(VisionLanguageModel.LOSS));
        for (Placement placement : graph.trained()) {
            String gradient = graph.gradient(placement.name());
            bound.put(gradient, gradients.slice(placement.offset(), placement.shape()));
            outputs.add(gradient);
        }
        return new ExecutionPlan(new ExecutionPlan.Request(both, bound, outputs), arena, workers);
    }

    /**
     * A plan of a loss graph, forward and backward to what is fed: the gradient of the loss by it is written to an array of its
     * shape. No parameter's gradient is computed.
     *
     * @param graph a loss graph
     * @param feeds arrays by the name of what is fed
     * @param by which of them
     * @param gradient where its gradient goes
     * @param arena where activations lie
     */
    public ExecutionPlan gradientPlan(
            ModelGraph graph, Map<String, Tensor> feeds, String by, Tensor gradient, Arena arena) {
        SameDiff both = graph.differentiate(VisionLanguageModel.LOSS, by);
        Map<String, Tensor> bound = bound(graph, feeds);
        String name = graph.gradient(by);
        bound.put(name, gradient);
        return new ExecutionPlan(new ExecutionPlan.Request(both, bound, List.of(name)), arena, workers);
    }

    @Override
    public void close() {
        parameters.close();
    }
}
