package dev.patchbook.checkpoint;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ThinningTest {
    @TempDir
    Path folder;

    private static List<KeptCheckpoint> all(long... steps) {
        return LongStream.of(steps)
                .mapToObj(step -> new KeptCheckpoint(step, Path.of("" + step), 30, 20))
                .toList();
    }

    @Test
    void withinTheBoundAllStays() {
        Thinning thinning = Thinning.of(all(1, 2, 3), 3, 2, 90);
        assertThat(thinning.shrunk()).isEmpty();
        assertThat(thinning.gone()).isEmpty();
        assertThat(Thinning.of(all(1, 2, 3), 3, 2, 0).left()).hasSize(3);
    }

    @Test
    void theOldestLoseTheOptimizersStateFirst() {
        Thinning thinning = Thinning.of(all(1, 2, 3, 4), 4, 2, 85);
        assertThat(thinning.shrunk()).containsExactlyInAnyOrder(1L, 2L);
        assertThat(thinning.gone()).isEmpty();
        assertThat(thinning.left().stream().mapToLong(KeptCheckpoint::bytes).sum())
                .isEqualTo(80);
    }

    @Test
    void thoseLeftAreSpreadOverTheRun() {
        List<KeptCheckpoint> left =
                Thinning.of(all(10, 20, 30, 40, 50, 60, 70, 80), 80, 20, 70).left();
        assertThat(left)
                .extracting(KeptCheckpoint::step)
                .hasSize(5)
                .contains(20L, 80L)
                .isSorted();
        List<Long> steps = left.stream().map(KeptCheckpoint::step).toList();
        for (int i = 1; i < steps.size(); i++) {
            assertThat(steps.get(i) - steps.get(i - 1)).isLessThanOrEqualTo(20);
        }
    }

    @Test
    void theLastAndTheBestStayWhateverTheBound() {
        Thinning thinning = Thinning.of(all(1, 2, 3), 3, 1, 1);
        assertThat(thinning.left()).extracting(KeptCheckpoint::step).containsExactly(1L, 3L);
        assertThat(thinning.left().get(1).optimizerBytes()).isEqualTo(20);
    }

    @Test
    void aRunsFolderIsKeptWithinItsBound() throws IOException {
        Path path = folder.resolve("0001");
        try (RunFolder run = RunFolder.create(path, Samples.SETTINGS, null)) {
            for (long step = 1; step <= 30; step++) {
                Checkpoint.write(run.checkpoint(step), Samples.info(step), Samples.weights(1), Samples.moments(1));
                run.saved(step);
                if (step == 5) {
                    run.best(5, 1.5);
                }
                List<KeptCheckpoint> kept = run.thin(1);
                assertThat(kept).isEqualTo(KeptCheckpoint.of(path));
                assertThat(kept.stream().mapToLong(KeptCheckpoint::bytes).sum()).isLessThan(1_000_000);
            }
        }
        List<Long> steps =
                KeptCheckpoint.of(path).stream().map(KeptCheckpoint::step).toList();
        assertThat(steps).contains(5L, 30L).hasSizeBetween(3, 29);
        assertThat(Checkpoint.read(path).hasOptimizer()).isTrue();
        assertThat(Checkpoint.read(path.resolve("checkpoints/000005")).step()).isEqualTo(5);
        try (var left = Files.list(path.resolve("checkpoints"))) {
            assertThat(left).hasSize(steps.size());
        }
    }
}
