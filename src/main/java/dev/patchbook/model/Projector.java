package dev.patchbook.model;

import dev.patchbook.config.ModelConfig;
import org.nd4j.autodiff.samediff.SDVariable;

/** From the vision width to the decoder's: the articles' two layers, or GIT's one with a norm (Wang et al., 2022). */
final class Projector {
    private static final String PATH = "decoder.image_projection.net";
    private final ModelConfig config;

    Projector(ModelConfig config) {
        this.config = config;
    }

    /** Image embeddings [R, vision width] to visual tokens [R, decoder width]. */
    SDVariable apply(ModelGraph graph, SDVariable x) {
        int in = config.vision().width();
        int out = config.decoder().width();
        if (config.variant().allPatches()) {
            return graph.norm(PATH + ".1", graph.linear(PATH + ".0", x, in, out), out); // [R, D]
        }
        SDVariable hidden = graph.linear(PATH + ".0", x, in, config.projectorHidden()); // [R, 4C]
        SDVariable active = graph.ops().gelu(PATH + ".1", hidden); // [R, 4C]
        SDVariable projected = graph.linear(PATH + ".2", active, config.projectorHidden(), out); // [R, D]
        return graph.dropout(PATH, PATH + ".3", projected);
    }
}
