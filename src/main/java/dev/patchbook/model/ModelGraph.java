package dev.patchbook.model;

import dev.patchbook.base.Console;
import dev.patchbook.config.ModelConfig;
import dev.patchbook.config.ParameterLayout;
import dev.patchbook.config.ParameterLayout.Entry;
import dev.patchbook.config.Training;
import dev.patchbook.model.op.Attention;
import java.util.ArrayList;
import java.util.List;
import org.nd4j.autodiff.samediff.SDVariable;
import org.nd4j.autodiff.samediff.SameDiff;

/**
 * A graph under construction: what the parts of the model share while they add themselves to it, and afterwards where each
 * learned variable lies in the flat parameter buffer.
 */
public final class ModelGraph {
    /**
     * A learned variable of the graph and its place in the flat buffer; it may span several tensors of a file.
     *
     * @param name the variable
     * @param offset first number in the flat buffer
     * @param shape in the graph
     */
    public record Placement(String name, long offset, long... shape) {}

    /** Adapters draw from sites of their own, so that with and without them the rest drops the same. */
    private static final int ADAPTER_SITES = 1 << 20;

    private final SameDiff graph;
    private final Lowering lowering;
    private final ModelConfig config;
    private final ParameterLayout layout;
    private final int batch;
    private final Training training;
    private final List<Placement> placements = new ArrayList<>();
    private int sites;
    private int adapterSites = ADAPTER_SITES;

    ModelGraph(SameDiff graph, Lowering lowering, ModelConfig config, int batch, Training training) {
        this.graph = graph;
        this.lowering = lowering;
        this.config = config;
        this.layout = ParameterLayout.of(config);
        this.batch = batch;
        this.training = training;
    }

    /** The graph itself. */
    public SameDiff sameDiff() {
        return graph;
    }

    /** The learned variables. */
    public List<Placement> placements() {
        return placements;
    }

    /** The learned variables that train. */
    public List<Placement> trained() {
        return placements.stream()
                .filter(placement -> training.trains(placement.name()))
                .toList();
    }

    /** Differentiates the loss with respect to every learned variable; returns the graph of both directions. */
    public SameDiff differentiate(String loss) {
        return differentiate(loss, placements.stream().map(Placement::name).toArray(String[]::new));
    }

    /** Differentiates the loss with respect to some variables, learned or fed; returns the graph of both directions. */
    public SameDiff differentiate(String loss, String... by) {
        graph.setLossVariables(loss);
        Console.muted(() -> graph.createGradFunction(by)); // it prints every operation
        return graph.getFunction("grad");
    }

    /** Name of the gradient of a variable, after {@link #differentiate}. */
    public String gradient(String variable) {
        return graph.getVariable(variable).getGradient().name();
    }

    Lowering ops() {
        return lowering;
    }

    ModelConfig config() {
        return config;
    }

    int batch() {
        return batch;
    }

    /** A learned variable that is one tensor of the file, in the shape the graph wants. */
    SDVariable parameter(String name, long... shape) {
        return span(name, name, shape);
    }

    /** A learned variable over the tensors of the file from {@code first} on. */
    SDVariable span(String name, String first, long... shape) {
        Entry entry = layout.entry(first);
        placements.add(new Placement(name, entry.offset(), shape));
        return lowering.parameter(name, shape);
    }

    /** Linear layer with the weights {@code path.weight} [out, in] and {@code path.bias} [out]. */
    SDVariable linear(String path, SDVariable x, int in, int out) {
        SDVariable weight = parameter(path + ".weight", out, in);
        return lowering.linear(path, x, weight, parameter(path + ".bias", out)); // [R, out]
    }

    /** Layer norm with the weights {@code path.weight} and {@code path.bias} [width]. */
    SDVariable norm(String path, SDVariable x, int width) {
        SDVariable gain = parameter(path + ".weight", width);
        return lowering.layerNorm(path, x, gain, parameter(path + ".bias", width)); // [R, width]
    }

    /** Dropout at a new site of the part at {@code path}. */
    SDVariable dropout(String path, String name, SDVariable x) {
        return lowering.dropout(name, x, training.dropoutAt(path), sites++);
    }

    /** Dropout before an adapter. */
    SDVariable adapterDropout(String name, SDVariable x) {
        return lowering.dropout(name, x, training.adapterDropout(), adapterSites++);
    }

    /** The form of the attention at {@code path}, a new site; prefix as in {@link Attention.Form}. */
    Attention.Form attention(String path, int width, int heads, int prefix) {
        double scale = 1 / Math.sqrt(config.variant().scalesByWidth() ? width : (double) width / heads);
        return new Attention.Form(batch, heads, prefix, scale, training.dropoutAt(path), sites++);
    }
}
