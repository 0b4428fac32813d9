package dev.patchbook.ui.cell;

import static org.assertj.core.api.Assertions.assertThat;

import dev.patchbook.store.RunInfo;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class SettingsDiffTest {
    private static RunInfo run(int number, Map<String, String> train) {
        String folder = String.format("%04d", number);
        return new RunInfo(
                "first",
                folder,
                Path.of("first", folder),
                "",
                false,
                false,
                "completed",
                1,
                Map.of("train", train),
                Optional.empty(),
                Instant.EPOCH,
                Instant.EPOCH,
                1,
                Optional.empty());
    }

    @Test
    void onlyWhatDiffersIsListed() {
        SettingsDiff diff = SettingsDiff.of(
                List.of(run(1, Map.of("batch", "16", "seed", "5")), run(12, Map.of("batch", "8", "seed", "5"))));
        assertThat(diff.rows())
                .containsExactly(List.of("", "train batch"), List.of("first 0001", "16"), List.of("first 0012", "8"));
    }

    @Test
    void whatIsNotWrittenHasItsDefault() {
        RunInfo plain = run(1, Map.of());
        String batch = SettingsDiff.settings(plain).get("train batch");
        assertThat(SettingsDiff.batch(plain)).isEqualTo(Integer.parseInt(batch));
        assertThat(SettingsDiff.of(List.of(plain, run(2, Map.of("batch", batch))))
                        .rows())
                .isEmpty();
    }

    @Test
    void moreSettingsThanRunsStandBelowEachOther() {
        SettingsDiff diff = SettingsDiff.of(
                List.of(run(1, Map.of("a", "1", "b", "2", "c", "3")), run(2, Map.of("a", "2", "b", "3"))));
        assertThat(diff.rows())
                .hasSize(4)
                .contains(List.of("", "first 0001", "first 0002"), List.of("train c", "3", "–"));
    }
}
