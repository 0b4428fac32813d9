package dev.patchbook.model;

import dev.patchbook.model.op.Attention;
import org.nd4j.autodiff.samediff.SDVariable;

/**
 * Multi-head attention and its output projection (Vaswani et al., 2017). The weights of all heads are one matrix, whose rows
 * are the articles' per-head matrices one below the other.
 *
 * @param path prefix of the parameters
 * @param width C
 * @param heads H
 * @param prefix 0: everything sees everything; n: causal, but the first n tokens are seen by all
 */
record MultiHeadAttention(String path, int width, int heads, int prefix) {
    /** Of a sequence to itself: x [B*T, C] to [B*T, C]. */
    SDVariable apply(ModelGraph graph, SDVariable x) {
        SDVariable weight = graph.span(path + ".qkv.weight", path + ".heads.0.query.weight", 3L * width, width);
        SDVariable qkv = graph.ops().linear(path + ".qkv", x, weight, null); // [B*T, 3C]
        Attention.Form form = graph.attention(width, heads, prefix);
        return project(graph, graph.ops().selfAttention(path, qkv, form)[0]);
    }

    /** Of one token a picture to all: queries [B, C] and x [B*T, C] to [B, C]. */
    SDVariable apply(ModelGraph graph, SDVariable queries, SDVariable x) {
        SDVariable queryWeight = graph.span(path + ".q.weight", path + ".heads.0.query.weight", width, width);
        SDVariable weight = graph.span(path + ".kv.weight", path + ".heads.0.key.weight", 2L * width, width);
        SDVariable q = graph.ops().linear(path + ".q", queries, queryWeight, null); // [B, C]
        Attention.Form form = graph.attention(width, heads, prefix);
        return project(graph, graph.ops().queryAttention(path, q, x, weight, form)[0]);
    }

    /** The output projection and its dropout. */
    SDVariable project(ModelGraph graph, SDVariable values) {
        SDVariable projected = graph.linear(path + ".proj", values, width, width); // [B*S, C]
        return graph.dropout(path + ".proj.dropout", projected);
    }
}
