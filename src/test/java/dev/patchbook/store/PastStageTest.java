package dev.patchbook.store;

import static org.assertj.core.api.Assertions.assertThat;

import dev.patchbook.checkpoint.Checkpoint;
import dev.patchbook.checkpoint.CheckpointInfo;
import dev.patchbook.checkpoint.Provenance;
import dev.patchbook.checkpoint.Run;
import dev.patchbook.checkpoint.RunFolder;
import dev.patchbook.checkpoint.TensorSource;
import dev.patchbook.checkpoint.TokenizerFile;
import dev.patchbook.config.Lora;
import dev.patchbook.config.ModelConfig;
import dev.patchbook.config.ModelSettings;
import dev.patchbook.config.ParameterLayout;
import dev.patchbook.engine.ModelSummary.Part;
import dev.patchbook.engine.TrainEvent.Stage;
import dev.patchbook.session.TrainOutput;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A run of an earlier time still says what trained in it. */
class PastStageTest {
    private static final Map<String, String> TRAIN =
            Map.of("stages", "projector 2; projector+lora 6", "lora", "rank 2, query of decoder");

    @TempDir
    private Path folder;

    private void run() {
        Map<String, Map<String, String>> settings =
                Map.of("model", Map.of("preset", "tiny"), "train", TRAIN, "data", Map.of());
        ModelConfig config = ModelSettings.of(settings.get("model"))
                .config(16, 4, 3)
                .with(Lora.parse(TRAIN.getOrDefault("lora", "")));
        CheckpointInfo info = new CheckpointInfo(
                settings,
                config,
                new TokenizerFile(List.of("a"), 1, 2, 3),
                new Provenance("sha256:0", 1, 4, 1, new Provenance.Versions("", "", "")));
        List<TensorSource> weights = ParameterLayout.of(config).shapes().entrySet().stream()
                .map(entry ->
                        new TensorSource(entry.getKey(), entry.getValue(), () -> new float[count(entry.getValue())]))
                .toList();
        try (RunFolder run = RunFolder.create(folder, settings, null)) {
            run.stage(0, 1, 2, "projector");
            run.step(0, 4, 1);
            run.stage(2, 2, 2, "projector, lora");
            Checkpoint.write(run.checkpoint(4), info, weights, Checkpoint.Moments.NONE);
            run.saved(4);
            run.stopped(4, Run.State.CANCELLED);
        }
    }

    private static int count(int[] shape) {
        int count = 1;
        for (int side : shape) {
            count *= side;
        }
        return count;
    }

    @Test
    void theStageOfTheLastUpdateIsTold() throws IOException {
        run();
        TrainOutput output = PastRun.read(folder, 8).orElseThrow();
        Stage stage = output.stage().orElseThrow();
        assertThat(stage.trains()).isEqualTo("projector, lora");
        assertThat(stage.stage()).isEqualTo(1);
        assertThat(stage.of()).isEqualTo(2);
        assertThat(stage.parts())
                .filteredOn(part -> part.adapters() > 0)
                .singleElement()
                .extracting(Part::trained, Part::adapters)
                .containsExactly(2L * 2 * 2 * 16, 2L * 2 * 2 * 16);
        assertThat(output.series().size()).isEqualTo(1);

        Files.writeString(folder.resolve("checkpoints/000004/config.json"), "{");
        assertThat(PastRun.read(folder, 8).orElseThrow().stage()).isEmpty();
    }
}
