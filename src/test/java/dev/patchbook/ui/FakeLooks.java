package dev.patchbook.ui;

import dev.patchbook.base.TensorView;
import dev.patchbook.config.ModelConfig;
import dev.patchbook.config.VisionConfig;
import dev.patchbook.engine.AttentionView;
import dev.patchbook.engine.Generation;
import dev.patchbook.engine.LookRequest;
import dev.patchbook.engine.PatchView;
import dev.patchbook.engine.SampleRequest;
import dev.patchbook.engine.TokenEvent;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;

/** What a model that is none shows: at an earlier checkpoint less of it. */
final class FakeLooks {
    private static final double GROWN = 100; // steps after which all is there

    private FakeLooks() {}

    static double share(int step) {
        return step == 0 ? 1 : Math.min(1, step / GROWN);
    }

    /** Notes what was asked for, and takes as long as looks are to take. */
    private static void begin(String kind, int step, FakeJob<?> job, long delay, FakeScript script) {
        script.looks.add(kind + " " + step);
        FakeEngine.rest(delay);
        while (script.slowLooks) {
            job.report("looking", 0, 0);
            FakeEngine.rest(5);
        }
    }

    static Generation caption(
            SampleRequest request, Consumer<TokenEvent> tokens, FakeJob<?> job, long delay, FakeScript script) {
        int step = request.settings().step();
        begin("sample", step, job, 0, script);
        return new FakeWriter(request).write(job, tokens, delay);
    }

    static PatchView patches(ModelConfig config, LookRequest request, FakeJob<?> job, long delay, FakeScript script) {
        int step = request.settings().step();
        begin("patches", step, job, delay, script);
        VisionConfig vision = config.vision();
        int grid = vision.grid();
        int tokens = vision.tokens();
        float[] norms = new float[grid * grid];
        float[] positions = new float[tokens * tokens];
        for (int i = 0; i < norms.length; i++) {
            norms[i] = (float)
                    (1 + share(step) * (FakeNumbers.bump(i, grid, 0.4, 0.3) + FakeNumbers.bump(i, grid, 0.6, 0.7)));
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

    static AttentionView attention(
            ModelConfig config, LookRequest request, FakeJob<?> job, long delay, FakeScript script) {
        int step = request.settings().step();
        begin("attention", step, job, delay, script);
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
                step == 0 ? 60 : step);
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
