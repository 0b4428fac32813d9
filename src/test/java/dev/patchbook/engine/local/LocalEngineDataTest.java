package dev.patchbook.engine.local;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.patchbook.base.OutsideException;
import dev.patchbook.engine.AugmentPreview;
import dev.patchbook.engine.DataCheck;
import dev.patchbook.engine.DataId;
import dev.patchbook.engine.DataPreview;
import dev.patchbook.engine.DataSummary;
import dev.patchbook.engine.Job;
import dev.patchbook.engine.LookRequest;
import dev.patchbook.engine.TrainRequest;
import dev.patchbook.engine.TrainSummary;
import dev.patchbook.engine.TrainingJob;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** The port's views of data: first rows, statistics, changed pictures; and training on those. */
class LocalEngineDataTest extends EngineFixture {
    @Test
    void theFirstRowsAreShown() throws Exception {
        DataPreview preview = get(engine.preview(TinyData.request(folder, Map.of()), 3));
        assertThat(preview.rows())
                .hasSize(3)
                .allSatisfy(row -> assertThat(row.picture()).isPresent());
        assertThat(preview.imageColumn()).isEqualTo("b64string_images");
        assertThat(preview.captionColumn()).isEqualTo("caption");
        assertThat(preview.splitColumn()).isEqualTo("split");
        assertThat(preview.problem()).isEmpty();
        assertThat(preview.kind()).isEqualTo("CSV");
    }

    @Test
    void laterRowsArePreviewedWithoutThoseBefore() throws Exception {
        DataPreview first = get(engine.preview(TinyData.request(folder, Map.of()), 2));
        DataPreview next = get(engine.preview(TinyData.request(folder, Map.of()), 2, 3));
        DataPreview last = get(engine.preview(TinyData.request(folder, Map.of()), TinyData.ROWS, 50));
        assertThat(next.rows()).extracting(DataPreview.Row::row).containsExactly(3L, 4L, 5L);
        assertThat(first.complete()).isFalse();
        assertThat(first.estimatedRows()).as("from two rows").isBetween(9L, 20L);
        assertThat(last.rows()).hasSize(1);
        assertThat(last.complete()).isTrue();
        assertThat(last.estimatedRows()).isEqualTo(TinyData.ROWS + 1L);
        assertThat(first.rows().get(1).seen().orElseThrow())
                .as("as the model sees it")
                .satisfies(seen -> assertThat(seen.width()).isEqualTo(16))
                .satisfies(seen -> assertThat(seen.argb())
                        .isEqualTo(data.examples().stream()
                                .filter(example -> example.caption().equals(TinyData.caption(1)))
                                .findFirst()
                                .orElseThrow()
                                .picture()
                                .argb()));
    }

    @Test
    void aCheckCountsEveryRowAndKeepsNone() throws Exception {
        Job<DataCheck> job = engine.check(TinyData.request(folder, Map.of()));
        DataCheck check = get(job);
        assertThat(check.rows()).isEqualTo(data.rows());
        assertThat(check.usable()).isEqualTo(data.usable());
        assertThat(check.problems()).isEqualTo(data.problems());
        assertThat(check.codes()).isEqualTo(data.statistics().problems());
        assertThat(job.progress().done())
                .isPositive()
                .isLessThanOrEqualTo(job.progress().total());
    }

    @Test
    void previewsAndChecksWaitForNoTraining() throws Exception {
        TrainingJob run = longRun("beside", event -> {});
        DataId waiting;
        Job<DataSummary> load = engine.load(TinyData.request(folder, Map.of()));
        assertThat(get(engine.check(TinyData.request(folder, Map.of()))).rows()).isEqualTo(data.rows());
        assertThat(get(engine.preview(TinyData.request(folder, Map.of()), 1)).rows())
                .hasSize(1);
        assertThat(load.result()).as("data that is kept waits for its turn").isNotDone();
        run.cancel();
        waiting = get(load).id();
        engine.release(waiting);
    }

    @Test
    void aPictureFileOutsideIsShownWhereThatIsAllowed() throws Exception {
        Path other = Files.createDirectories(folder.resolve("elsewhere"));
        byte[] picture = java.util.Base64.getDecoder()
                .decode("iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAIAAACQd1PeAAAADElEQVR4nGP4z8AAAAMBAQDJ/pLvAAAAAElFTkSuQmCC");
        Files.write(folder.resolve("dot.png"), picture);
        LookRequest inside = new LookRequest(model.id(), TinyData.patches("../dot.png"), other, false);
        assertThatThrownBy(() -> get(engine.patches(inside))).isInstanceOf(OutsideException.class);
        LookRequest allowed = new LookRequest(model.id(), TinyData.patches("../dot.png"), other, true);
        assertThat(get(engine.patches(allowed)).picture().width()).isEqualTo(1);
    }

    @Test
    void statisticsComeWithTheSummary() {
        assertThat(data.statistics().sizes()).containsExactly(Map.entry("20 x 12", 12L));
        assertThat(data.statistics().words()).containsEntry("field", 12L);
        assertThat(data.statistics().problems()).hasSize(1);
    }

    @Test
    void changedPicturesAreShownWithTheirWarning() throws Exception {
        Path other = Files.createDirectories(folder.resolve("sides"));
        TinyData.write(other);
        Path csv = other.resolve("tiny.csv");
        Files.writeString(csv, Files.readString(csv).replaceFirst("field 0", "field on the left"));
        DataSummary sides = get(engine.load(TinyData.request(other, Map.of())));
        AugmentPreview flipped =
                get(engine.augmented(sides.id(), TinyData.train(Map.of("augment", "flip, rotate 10")), 2, 5));
        assertThat(flipped.rows()).hasSize(2);
        assertThat(flipped.rows().get(1).after()).hasSize(5);
        assertThat(flipped.rows().get(1).after().get(1).argb())
                .isNotEqualTo(flipped.rows().get(1).before().argb());
        assertThat(flipped.warnings()).singleElement().asString().contains("1 caption names a side");
        assertThat(get(engine.augmented(sides.id(), TinyData.train(Map.of("augment", "rotate 10")), 2, 5))
                        .warnings())
                .isEmpty();
    }

    @Test
    void aRunOnChangedPicturesResumesToTheSameWeights() throws Exception {
        Map<String, String> settings =
                Map.of("steps", "6", "augment", "flip, crop 0.1, rotate 5, colour 0.1", "schedule-steps", "6");
        TrainSummary whole = get(engine.train(request("changed", settings), event -> {}));
        assertThat(whole.step()).isEqualTo(6);
        get(engine.train(request("plain", Map.of("steps", "6", "schedule-steps", "6")), event -> {}));
        Map<String, String> half = new java.util.HashMap<>(settings);
        half.put("steps", "3");
        get(engine.train(request("parts", half), event -> {}));
        get(engine.train(
                new TrainRequest(
                        model.id(),
                        data.id(),
                        TinyData.train(settings),
                        folder.resolve("parts"),
                        true,
                        Map.of("train", settings)),
                event -> {}));
        Path weights = Path.of("checkpoints/000006/model.safetensors");
        assertThat(folder.resolve("parts").resolve(weights))
                .hasSameBinaryContentAs(folder.resolve("changed").resolve(weights));
        assertThat(Files.readAllBytes(folder.resolve("plain").resolve(weights)))
                .isNotEqualTo(Files.readAllBytes(folder.resolve("changed").resolve(weights)));
        assertThat(List.of(whole.message())).containsExactly("");
    }
}
