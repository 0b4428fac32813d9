package dev.patchbook.ui;

import dev.patchbook.checkpoint.Run;
import dev.patchbook.checkpoint.RunFolder;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;

/** Folders of runs as training writes them, but for the weights. */
final class MadeRuns {
    private MadeRuns() {}

    static void make(Path folder, String rate, int steps, double factor) throws IOException {
        try (RunFolder run = RunFolder.create(
                folder, Map.of("train", Map.of("learning-rate", rate, "batch", "16", "steps", "" + steps)), null)) {
            for (int i = 0; i < steps; i++) {
                run.step(i, factor * 4 * Math.exp(-4.0 * i / steps) + 0.05, 20);
            }
            run.evaluated(steps, factor * 0.2, List.of());
            run.saved(steps);
            run.best(steps, factor * 0.2);
            run.stopped(steps, Run.State.COMPLETED);
        }
    }
}
