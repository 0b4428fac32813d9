package dev.patchbook.model;

import dev.patchbook.config.VisionConfig;
import org.nd4j.autodiff.samediff.SDVariable;

/** Cuts pictures into patches and projects each: the convolution with stride P of the ViT (Dosovitskiy et al., 2021). */
final class PatchEmbedding {
    private static final String PATH = "vision_encoder.patch_embedding.conv";
    private final VisionConfig config;

    PatchEmbedding(VisionConfig config) {
        this.config = config;
    }

    /** Pictures [B, 3, S, S] to embeddings [B*N, C]. */
    SDVariable apply(ModelGraph graph, SDVariable images) {
        SDVariable patches = graph.ops().patchify("patches", images, config.patch()); // [B*N, 3PP]
        return graph.linear(PATH, patches, config.patchSize(), config.width()); // [B*N, C]
    }
}
