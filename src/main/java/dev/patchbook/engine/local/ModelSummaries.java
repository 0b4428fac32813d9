package dev.patchbook.engine.local;

import dev.patchbook.config.DecoderConfig;
import dev.patchbook.config.ModelConfig;
import dev.patchbook.config.ParameterLayout;
import dev.patchbook.config.VisionConfig;
import dev.patchbook.engine.ModelId;
import dev.patchbook.engine.ModelSummary;
import dev.patchbook.engine.ModelSummary.Part;
import java.util.ArrayList;
import java.util.List;

/** What the port tells of a model. */
final class ModelSummaries {
    private ModelSummaries() {}

    static ModelSummary of(ModelId id, LoadedModel model) {
        ParameterLayout layout = ParameterLayout.of(model.config());
        return new ModelSummary(
                id,
                model.config(),
                layout.length(),
                parts(model.config(), layout),
                model.tokenizer().alphabet(),
                model.step());
    }

    /** The parts in the order the data flows; their parameters add up to the model's. */
    private static List<Part> parts(ModelConfig config, ParameterLayout layout) {
        List<Part> parts = new ArrayList<>(visionParts(config, layout));
        parts.addAll(decoderParts(config, layout));
        return List.copyOf(parts);
    }

    private static List<Part> visionParts(ModelConfig config, ParameterLayout layout) {
        VisionConfig vision = config.vision();
        String tokens = shape(vision.tokens(), vision.width());
        return List.of(
                new Part(
                        "patch embedding",
                        vision.patches() + " patches of " + vision.patch() + " × " + vision.patch() + " pixels",
                        layout.length("vision_encoder.patch_embedding."),
                        shape(vision.patches(), vision.width())),
                new Part(
                        "CLS and positions",
                        "one vector each for " + vision.tokens() + " tokens",
                        layout.length("vision_encoder.cls_token") + layout.length("vision_encoder.pos_embedding"),
                        tokens),
                new Part(
                        "vision transformer",
                        blocks(vision.blocks(), vision.heads(), vision.width()),
                        layout.length("vision_encoder.blocks.") + layout.length("vision_encoder.layer_norm."),
                        config.variant().allPatches() ? tokens : shape(1, vision.width())),
                new Part(
                        "projector",
                        projector(config),
                        layout.length("decoder.image_projection."),
                        shape(config.visualTokens(), config.decoder().width())));
    }

    private static List<Part> decoderParts(ModelConfig config, ParameterLayout layout) {
        DecoderConfig decoder = config.decoder();
        String sequence = shape("T", decoder.width());
        return List.of(
                new Part(
                        "token embedding",
                        decoder.vocabulary() + " tokens, " + decoder.positions() + " positions",
                        layout.length("decoder.token_embedding_table.")
                                + layout.length("decoder.position_embedding_table."),
                        sequence),
                new Part(
                        "causal decoder",
                        blocks(decoder.blocks(), decoder.heads(), decoder.width()),
                        layout.length("decoder.blocks.") + layout.length("decoder.ln_f."),
                        sequence),
                new Part(
                        "language head",
                        "scores of the next character",
                        layout.length("decoder.lm_head."),
                        shape("T", decoder.vocabulary())));
    }

    private static String projector(ModelConfig config) {
        return config.variant().allPatches()
                ? "Linear, LayerNorm"
                : "Linear to " + config.projectorHidden() + ", GELU, Linear";
    }

    private static String blocks(int blocks, int heads, int width) {
        return blocks
                + (blocks == 1 ? " block, " : " blocks, ")
                + heads
                + (heads == 1 ? " head of " : " heads of ")
                + width / heads;
    }

    private static String shape(Object rows, int width) {
        return rows + " × " + width;
    }
}
