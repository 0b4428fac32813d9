package dev.patchbook.model;

import dev.patchbook.config.Lora;
import org.nd4j.autodiff.samediff.SDVariable;

/**
 * A pre-norm transformer block. The articles' second residual goes around the output of the second norm; good practice goes
 * around the block's input (Xiong et al., 2020). The variant decides.
 */
final class TransformerBlock {
    private final String path;
    private final int width;
    private final MultiHeadAttention attention;
    private final FeedForward feedForward;

    TransformerBlock(String path, int width, int heads, int prefix) {
        this.path = path;
        this.width = width;
        this.attention = new MultiHeadAttention(path + ".attn", width, heads, prefix);
        this.feedForward = new FeedForward(path + ".ffn", width);
    }

    /** x [B*T, C] to [B*T, C]. */
    SDVariable apply(ModelGraph graph, SDVariable x) {
        SDVariable normed = graph.norm(path + ".ln1", x, width); // [B*T, C]
        return after(graph, x, attention.apply(graph, normed));
    }

    /** The same for each picture's first token alone, which still sees all: x [B*T, C] to [B, C]. */
    SDVariable applyToFirst(ModelGraph graph, SDVariable x) {
        SDVariable normed = graph.norm(path + ".ln1", x, width); // [B*T, C]
        SDVariable first = firstRows(graph, path + ".ln1.first", normed); // [B, C]
        return after(graph, firstRows(graph, path + ".first", x), attention.apply(graph, first, normed));
    }

    private static SDVariable firstRows(ModelGraph graph, String name, SDVariable x) {
        return graph.ops().rows(name, x, graph.batch(), 0, 1);
    }

    /** What follows once attention's output is there. */
    SDVariable after(ModelGraph graph, SDVariable x, SDVariable attended) {
        SDVariable sum = graph.ops().add(path + ".sum", x, attended); // [R, C]
        SDVariable normed = graph.norm(path + ".ln2", sum, width); // [R, C]
        SDVariable residual = graph.config().variant().residualAroundNorm() ? normed : sum;
        return graph.ops().add(path, residual, feedForward.apply(graph, normed)); // [R, C]
    }

    /** Whether adapters need this block's keys and values formed. */
    boolean formsKeys(ModelGraph graph) {
        Lora lora = graph.config().lora();
        return lora.on(path, Lora.Projection.KEY) || lora.on(path, Lora.Projection.VALUE);
    }

    String path() {
        return path;
    }

    int width() {
        return width;
    }

    MultiHeadAttention attention() {
        return attention;
    }
}
