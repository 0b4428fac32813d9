package dev.patchbook.model;

import org.nd4j.autodiff.samediff.SDVariable;

/**
 * Two linear layers with a GELU between them, four times as wide inside.
 *
 * @param path prefix of the parameters
 * @param width C
 */
record FeedForward(String path, int width) {
    /** x [R, C] to [R, C]. */
    SDVariable apply(ModelGraph graph, SDVariable x) {
        SDVariable hidden = graph.linear(path + ".0", x, width, 4 * width); // [R, 4C]
        SDVariable active = graph.ops().gelu(path + ".1", hidden); // [R, 4C]
        return graph.linear(path + ".2", active, 4 * width, width); // [R, C]
    }
}
