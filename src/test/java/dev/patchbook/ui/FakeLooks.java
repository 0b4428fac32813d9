package dev.patchbook.ui;

import dev.patchbook.base.TensorView;
import dev.patchbook.config.ModelConfig;
import dev.patchbook.config.VisionConfig;
import dev.patchbook.engine.AttentionView;
import dev.patchbook.engine.LookRequest;
import dev.patchbook.engine.PatchView;
import java.util.ArrayList;
import java.util.List;

/** Plausible patches and attention of a picture. */
final class FakeLooks {
    private FakeLooks() {}

    static PatchView patches(ModelConfig config, LookRequest request) {
        VisionConfig vision = config.vision();
        int grid = vision.grid();
        int tokens = vision.tokens();
        float[] norms = new float[grid * grid];
        float[] positions = new float[tokens * tokens];
        for (int i = 0; i < norms.length; i++) {
            norms[i] = (float) (1 + FakeNumbers.bump(i, grid, 0.4, 0.3) + FakeNumbers.bump(i, grid, 0.6, 0.7));
        }
        for (int i = 0; i < positions.length; i++) {
            int distance =
                    Math.abs(i / tokens % grid - i % tokens % grid) + Math.abs(i / tokens / grid - i % tokens / grid);
            positions[i] = (float) Math.exp(-0.4 * distance);
        }
        int number = FakePictures.number(request.settings().image());
        return new PatchView(
                FakePictures.draw(number, 192),
                FakePictures.draw(number, vision.image()),
                grid,
                vision.patch(),
                new TensorView(norms, grid, grid),
                new TensorView(positions, tokens, tokens));
    }

    static AttentionView attention(ModelConfig config, LookRequest request) {
        int number = FakePictures.number(request.settings().image());
        List<String> tokens = tokens(config, FakePictures.caption(number));
        VisionConfig vision = config.vision();
        return new AttentionView(
                FakePictures.draw(number, vision.image()),
                vision.grid(),
                FakeNumbers.maps(vision.blocks(), vision.heads(), vision.tokens(), vision.grid(), false),
                FakeNumbers.maps(config.decoder().blocks(), config.decoder().heads(), tokens.size(), 8, true),
                tokens,
                config.visualTokens(),
                60);
    }

    static List<String> tokens(ModelConfig config, String caption) {
        List<String> tokens = new ArrayList<>();
        for (int i = 0; i < config.visualTokens(); i++) {
            tokens.add(i == 0 ? "<cls>" : "<patch " + (i - 1) + ">");
        }
        caption.chars().forEach(c -> tokens.add(Character.toString(c)));
        return tokens;
    }
}
