package dev.patchbook.model;

import dev.patchbook.config.VisionConfig;
import org.nd4j.autodiff.samediff.SDVariable;

/** The picture's encoder: patches, CLS, learned positions, transformer blocks and a final norm (Dosovitskiy et al., 2021). */
final class VisionTransformer {
    private static final String PATH = "vision_encoder";
    private final VisionConfig config;

    VisionTransformer(VisionConfig config) {
        this.config = config;
    }

    /** Pictures [B, 3, S, S] to all tokens, CLS first, after the final norm [B*(1+N), C]. */
    SDVariable encode(ModelGraph graph, SDVariable images) {
        SDVariable x = embed(graph, images);
        for (int i = 0; i < config.blocks(); i++) {
            x = block(i).apply(graph, x); // [B*(1+N), C]
        }
        return graph.norm(PATH + ".layer_norm", x, config.width());
    }

    /**
     * Pictures [B, 3, S, S] to CLS after the final norm [B, C]. Nothing but CLS is read from the last block, so it computes
     * nothing else: the same numbers for less work. Adapters on its keys or values need these formed.
     */
    SDVariable encodeCls(ModelGraph graph, SDVariable images) {
        SDVariable x = embed(graph, images);
        for (int i = 0; i < config.blocks() - 1; i++) {
            x = block(i).apply(graph, x); // [B*(1+N), C]
        }
        TransformerBlock last = block(config.blocks() - 1);
        SDVariable cls = last.formsKeys(graph)
                ? graph.ops().rows("cls", last.apply(graph, x), graph.batch(), 0, 1)
                : last.applyToFirst(graph, x); // [B, C]
        return graph.norm(PATH + ".layer_norm", cls, config.width());
    }

    private SDVariable embed(ModelGraph graph, SDVariable images) {
        int width = config.width();
        SDVariable patches = new PatchEmbedding(config).apply(graph, images); // [B*N, C]
        SDVariable cls = graph.parameter(PATH + ".cls_token", 1, width);
        SDVariable tokens = graph.ops().prepend("tokens", cls, patches, graph.batch()); // [B*(1+N), C]
        SDVariable positions = graph.parameter(PATH + ".pos_embedding", config.tokens(), width);
        SDVariable placed = graph.ops().addPositions("placed", tokens, positions, graph.batch()); // [B*(1+N), C]
        return graph.dropout(PATH, "placed.dropout", placed);
    }

    private TransformerBlock block(int index) {
        return new TransformerBlock(PATH + ".blocks." + index, config.width(), config.heads(), 0);
    }
}
