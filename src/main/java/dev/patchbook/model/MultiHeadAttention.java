package dev.patchbook.model;

import dev.patchbook.config.Lora.Projection;
import dev.patchbook.model.op.Attention;
import java.util.List;
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
        SDVariable qkv = qkv(graph, x); // [B*T, 3C]
        Attention.Form form = graph.attention(path, width, heads, prefix);
        return project(graph, graph.ops().selfAttention(path, qkv, form)[0]);
    }

    /** Of one token a picture to all: queries [B, C] and x [B*T, C] to [B, C]; without adapters on keys and values. */
    SDVariable apply(ModelGraph graph, SDVariable queries, SDVariable x) {
        SDVariable queryWeight = graph.span(path + ".q.weight", path + ".heads.0.query.weight", width, width);
        SDVariable weight = graph.span(path + ".kv.weight", path + ".heads.0.key.weight", 2L * width, width);
        SDVariable q = adapters(graph, Projection.QUERY)
                .apply(path + ".q", queries, name -> graph.ops().linear(name, queries, queryWeight, null)); // [B, C]
        Attention.Form form = graph.attention(path, width, heads, prefix);
        return project(graph, graph.ops().queryAttention(path, q, x, weight, form)[0]);
    }

    /** Queries, keys and values of all heads: x [R, C] to [R, 3C]. */
    SDVariable qkv(ModelGraph graph, SDVariable x) {
        SDVariable weight = graph.span(path + ".qkv.weight", path + ".heads.0.query.weight", 3L * width, width);
        return adapters(graph, Projection.QUERY, Projection.KEY, Projection.VALUE)
                .apply(path + ".qkv", x, name -> graph.ops().linear(name, x, weight, null));
    }

    /** The output projection and its dropout. */
    SDVariable project(ModelGraph graph, SDVariable values) {
        SDVariable weight = graph.parameter(path + ".proj.weight", width, width);
        SDVariable bias = graph.parameter(path + ".proj.bias", width);
        SDVariable projected = adapters(graph, Projection.PROJ)
                .apply(path + ".proj", values, name -> graph.ops().linear(name, values, weight, bias)); // [B*S, C]
        return graph.dropout(path, path + ".proj.dropout", projected);
    }

    private Adapters adapters(ModelGraph graph, Projection... columns) {
        return new Adapters(graph, path, width, List.of(columns));
    }
}
