package dev.patchbook.ui;

import dev.patchbook.config.ModelConfig;
import dev.patchbook.engine.ModelSummary.Part;
import java.util.List;

/** The parts of a model that is none. */
final class FakeParts {
    private FakeParts() {}

    static List<Part> of(ModelConfig config) {
        int patches = config.vision().patches();
        String visual = config.visualTokens() + (config.visualTokens() == 1 ? " token" : " tokens");
        return List.of(
                new Part(
                        "picture",
                        "3 × " + config.vision().image() + " × "
                                + config.vision().image(),
                        0,
                        patches + " patches"),
                new Part(
                        "vision transformer",
                        config.vision().blocks() + " blocks · "
                                + config.vision().heads() + " heads",
                        842_112,
                        "1 × " + config.vision().width()),
                new Part("projector", "Linear, GELU, Linear", 132_000, visual),
                new Part(
                        "causal decoder",
                        config.decoder().blocks() + " blocks · "
                                + config.decoder().heads() + " heads",
                        334_000,
                        config.decoder().vocabulary() + " logits"),
                new Part("next character", "softmax", 0, ""));
    }
}
