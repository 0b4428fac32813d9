package dev.patchbook.ui;

import dev.patchbook.base.CounterHash;
import dev.patchbook.base.Picture;
import dev.patchbook.base.TensorView;
import dev.patchbook.config.ModelConfig;
import dev.patchbook.config.SampleSettings;
import dev.patchbook.config.ViewSettings;
import dev.patchbook.engine.SampleRequest;
import dev.patchbook.engine.TokenTrace;
import dev.patchbook.engine.TraceLook;
import dev.patchbook.engine.TraceLook.Way;
import java.util.List;
import java.util.Map;

/** Made-up patches behind the tokens of a caption: each has one it rests on most. */
public final class FakeTraces {
    private FakeTraces() {}

    static TokenTrace of(TraceLook look, ModelConfig config, FakeJob<?> job, long delay) {
        boolean attends = config.variant().allPatches();
        Way way = look.way().orElse(attends ? Way.ATTENTION : Way.GRADIENT);
        int patches = config.vision().patches();
        for (int i = 0; way == Way.COVERING && i < patches; i++) {
            job.report("covering patches", i, patches);
            FakeEngine.rest(50 * delay); // long beside all else, so that there is time to stop it
        }
        Picture picture = FakePictures.draw(
                FakePictures.number(look.look().settings().image()),
                config.vision().image());
        List<String> tokens =
                look.ids().stream().map(FakeWriter.VOCABULARY::get).toList();
        ViewSettings settings = look.look().settings();
        FakeWriter writer = new FakeWriter(new SampleRequest(
                look.look().model(),
                SampleSettings.of(Map.of("image", settings.image(), "prompt", look.prompt()))
                        .at(settings.step()),
                look.look().folder(),
                false,
                false));
        float[] logs = new float[tokens.size()];
        for (int i = 0; i < logs.length; i++) {
            logs[i] = writer.log(look.ids(), i);
        }
        TokenTrace made =
                of(picture, config.vision().grid(), way, attends, tokens, settings.step() == 0 ? 60 : settings.step());
        return new TokenTrace(
                picture,
                made.grid(),
                way,
                attends,
                tokens,
                new TensorView(logs, logs.length),
                made.maps(),
                made.step());
    }

    /** The patch a token rests on most. */
    public static int strongest(int token, Way way, int patches) {
        return (7 * token + 11 * way.ordinal() + 3) % patches;
    }

    /** Maps of made-up tokens over patches. */
    public static TokenTrace of(Picture picture, int grid, Way way, boolean attends, List<String> tokens, long step) {
        int patches = grid * grid;
        float[] maps = new float[tokens.size() * patches];
        float[] logs = new float[tokens.size()];
        for (int i = 0; i < maps.length; i++) {
            int token = i / patches;
            int best = strongest(token, way, patches);
            double near = Math.hypot(i % patches / grid - best / grid, i % grid - best % grid);
            double noise = CounterHash.uniform(CounterHash.key(11, i, way.ordinal()), 0);
            double bump = Math.exp(-near * near / 2) + 0.1 * noise;
            maps[i] = (float) (way == Way.COVERING ? 1.5 * bump - 0.1 : bump * (way == Way.GRADIENT ? 0.2 : 0.1));
            logs[token] = -0.1f;
        }
        return new TokenTrace(
                picture,
                grid,
                way,
                attends,
                tokens,
                new TensorView(logs, tokens.size()),
                new TensorView(maps, tokens.size(), grid, grid),
                step);
    }
}
