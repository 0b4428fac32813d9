package dev.patchbook.ui;

import dev.patchbook.base.CounterHash;
import dev.patchbook.base.TensorView;
import dev.patchbook.config.VisionConfig;
import dev.patchbook.engine.SideView;

/** What a model that is none sees and says, the more the later. */
public final class FakePairs {
    private FakePairs() {}

    /** A side of a comparison. */
    public static SideView side(VisionConfig vision, int picture, int step) {
        double share = Math.min(1, step / 60.0);
        int grid = vision.grid();
        int tokens = vision.tokens();
        float[] weights = FakeNumbers.maps(vision.blocks(), vision.heads(), tokens, grid, false)
                .data();
        for (int i = 0; i < weights.length; i++) {
            weights[i] = (float) (share * weights[i] + (1 - share) / tokens);
        }
        float[] norms = new float[grid * grid];
        for (int i = 0; i < norms.length; i++) {
            norms[i] = (float) (1
                    + (0.3 + share) * FakeNumbers.bump(i, grid, 0.4, 0.3)
                    + (1 - share) * FakeNumbers.bump(i, grid, 0.7, 0.7));
        }
        float[] positions = new float[tokens * tokens];
        for (int i = 0; i < positions.length; i++) {
            int a = i / tokens - 1;
            int b = i % tokens - 1;
            int distance = Math.abs(Math.floorMod(a, grid) - Math.floorMod(b, grid))
                    + Math.abs(Math.floorDiv(a, grid) - Math.floorDiv(b, grid));
            positions[i] = (float) (Math.exp(-0.4 * distance) * share + (a == b ? 1 - share : 0));
        }
        String own = FakePictures.caption(picture);
        float[] logs = new float[own.length()];
        for (int i = 0; i < logs.length; i++) {
            logs[i] = (float) -((0.1 + 2 * (1 - share)) * CounterHash.uniform(CounterHash.key(5, picture, 0), i));
        }
        return new SideView(
                step,
                FakePictures.draw(picture, vision.image()),
                new TensorView(weights, vision.blocks(), vision.heads(), tokens, tokens),
                new TensorView(norms, grid, grid),
                new TensorView(positions, tokens, tokens),
                share < 1 ? own.replace("circle", "square").replace("above", "left of") : own,
                own,
                new TensorView(logs, logs.length));
    }
}
