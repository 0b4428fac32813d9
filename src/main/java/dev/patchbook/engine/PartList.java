package dev.patchbook.engine;

import dev.patchbook.config.DecoderConfig;
import dev.patchbook.config.ModelConfig;
import dev.patchbook.config.ParameterLayout;
import dev.patchbook.config.ParameterLayout.Entry;
import dev.patchbook.config.Training;
import dev.patchbook.config.VisionConfig;
import dev.patchbook.engine.ModelSummary.Part;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/** The parts of a model in the order the data flows, and how much of each trains; their parameters add up to the model's. */
public final class PartList {
    private final ModelConfig config;
    private final Training training;
    private final List<Entry> entries;
    private final List<Part> parts = new ArrayList<>();

    private PartList(ModelConfig config, Training training) {
        this.config = config;
        this.training = training;
        this.entries = ParameterLayout.of(config).entries();
    }

    /** The parts of a model that could train altogether. */
    public static List<Part> of(ModelConfig config) {
        return of(config, Training.all(config, 0));
    }

    /** The parts of a model in a training. */
    public static List<Part> of(ModelConfig config, Training training) {
        PartList list = new PartList(config, training);
        list.vision();
        list.decoder();
        return List.copyOf(list.parts);
    }

    private void vision() {
        VisionConfig vision = config.vision();
        String tokens = shape(vision.tokens(), vision.width());
        add(
                "patch embedding",
                vision.patches() + " patches of " + vision.patch() + " × " + vision.patch() + " pixels",
                shape(vision.patches(), vision.width()),
                "vision_encoder.patch_embedding.");
        add(
                "CLS and positions",
                "one vector each for " + vision.tokens() + " tokens",
                tokens,
                "vision_encoder.cls_token",
                "vision_encoder.pos_embedding");
        add(
                "vision transformer",
                blocks(vision.blocks(), vision.heads(), vision.width()),
                config.variant().allPatches() ? tokens : shape(1, vision.width()),
                "vision_encoder.blocks.",
                "vision_encoder.layer_norm.");
        add(
                "projector",
                config.variant().allPatches()
                        ? "Linear, LayerNorm"
                        : "Linear to " + config.projectorHidden() + ", GELU, Linear",
                shape(config.visualTokens(), config.decoder().width()),
                "decoder.image_projection.");
    }

    private void decoder() {
        DecoderConfig decoder = config.decoder();
        String sequence = shape("T", decoder.width());
        add(
                "token embedding",
                decoder.vocabulary() + " tokens, " + decoder.positions() + " positions",
                sequence,
                "decoder.token_embedding_table.",
                "decoder.position_embedding_table.");
        add(
                "causal decoder",
                blocks(decoder.blocks(), decoder.heads(), decoder.width()),
                sequence,
                "decoder.blocks.",
                "decoder.ln_f.");
        add("language head", "scores of the next character", shape("T", decoder.vocabulary()), "decoder.lm_head.");
    }

    private void add(String name, String detail, String output, String... prefixes) {
        long all = 0;
        long trained = 0;
        long adapters = 0;
        for (Entry entry : entries) {
            if (Arrays.stream(prefixes).anyMatch(entry.name()::startsWith)) {
                all += entry.length();
                trained += training.trains(entry.name()) ? entry.length() : 0;
                adapters += entry.adapter() ? entry.length() : 0;
            }
        }
        parts.add(new Part(name, detail, all, output, trained, adapters));
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
