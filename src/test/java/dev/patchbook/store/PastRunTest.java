package dev.patchbook.store;

import static org.assertj.core.api.Assertions.assertThat;

import dev.patchbook.base.ImageUse;
import dev.patchbook.base.StepDetail;
import dev.patchbook.base.UpdateRatios;
import dev.patchbook.checkpoint.Run;
import dev.patchbook.checkpoint.RunFolder;
import dev.patchbook.engine.TrainEvent.Evaluated;
import dev.patchbook.engine.TrainEvent.Saved;
import dev.patchbook.session.TrainOutput;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class PastRunTest {
    @TempDir
    Path folder;

    @Test
    void whatWasMeasuredComesBack() throws IOException {
        Path path = folder.resolve("0001");
        UpdateRatios ratios = new UpdateRatios(-3, -2.5, -4, -3.25, Double.NEGATIVE_INFINITY);
        ImageUse use = new ImageUse(8, 2.5, 3, 2.75);
        try (RunFolder run = RunFolder.create(path, Map.of(), null)) {
            run.step(0, 4, 8, 0.001, 1.5, new StepDetail(16, 2, ratios));
            run.step(1, 3, 4, 0.002, 1.25, new StepDetail(16, 1, UpdateRatios.NONE));
            run.evaluated(2, 2.5, use, List.of("a red", "b"), List.of("validation 0", "train 3"));
            checkpoint(run, 1, 30, 60);
            checkpoint(run, 2, 30, 0);
            run.saved(2);
            run.stopped(2, Run.State.COMPLETED);
        }
        TrainOutput shown = PastRun.read(path, 2).orElseThrow();
        assertThat(shown.series().samplesPerSecond(0)).isEqualTo(2000);
        assertThat(shown.series().dataMs(1)).isEqualTo(1);
        assertThat(shown.series().learningRate(1)).isEqualTo(0.002);
        assertThat(shown.series().gradientNorm(0)).isEqualTo(1.5);
        assertThat(shown.series().ratios(0).projector()).isEqualTo(-2.5);
        assertThat(shown.series().ratios(0).head()).as("nothing moved").isNaN();
        assertThat(shown.series().ratios(1).measured()).isFalse();
        assertThat(shown.evaluations())
                .containsExactly(new Evaluated(2, 2.5, List.of("a red", "b"), List.of("validation 0", "train 3"), use));
        assertThat(shown.checkpoints())
                .containsExactly(
                        new Saved(1, path.resolve("checkpoints/000001"), Double.NaN, 90, true),
                        new Saved(2, path.resolve("checkpoints/000002"), 2.5, 30, false));
        assertThat(shown.checkpointBytes()).isEqualTo(120);
    }

    private static void checkpoint(RunFolder run, long step, int weights, int moments) throws IOException {
        Path at = Files.createDirectories(run.checkpoint(step));
        Files.write(at.resolve("model.safetensors"), new byte[weights]);
        if (moments > 0) {
            Files.write(at.resolve("optimizer.safetensors"), new byte[moments]);
        }
    }
}
