package dev.patchbook.store;

import static org.assertj.core.api.Assertions.assertThat;

import dev.patchbook.checkpoint.Run;
import dev.patchbook.engine.DataId;
import dev.patchbook.engine.ModelId;
import dev.patchbook.engine.TrainEvent.Evaluated;
import dev.patchbook.engine.TrainEvent.Reason;
import dev.patchbook.notebook.CellId;
import dev.patchbook.notebook.CellKind;
import dev.patchbook.session.CellFailure;
import dev.patchbook.session.CellOutput;
import dev.patchbook.session.CellOutput.DataOutput;
import dev.patchbook.session.CellOutput.ModelOutput;
import dev.patchbook.session.LossSeries;
import dev.patchbook.session.Past;
import dev.patchbook.session.TrainOutput;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.SplittableRandom;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Outputs in their files: every kind comes back as it was, and nothing damaged does any harm. */
class OutputFilesTest {
    private static final CellId CELL = new CellId("cell");

    @TempDir
    private Path runs;

    private OutputFiles files;

    @BeforeEach
    void open() {
        files = new OutputFiles(runs);
    }

    private Past again(CellOutput output) {
        files.write(CELL, Outputs.past(output));
        return files.read(CELL).orElseThrow();
    }

    private static void same(Object now, Object before) {
        assertThat(now)
                .usingRecursiveComparison()
                .withEqualsForType(Float::equals, Float.class)
                .withEqualsForType(Double::equals, Double.class)
                .isEqualTo(before);
    }

    private List<String> names() throws IOException {
        try (Stream<Path> all = Files.list(runs.resolve("outputs"))) {
            return all.map(file -> String.valueOf(file.getFileName())).sorted().toList();
        }
    }

    @Test
    void everyKindComesBackAsItWas() {
        for (CellOutput output : List.of(
                Outputs.patches(),
                Outputs.closerPatches(),
                Outputs.attention(),
                Outputs.closerAttention(),
                Outputs.images(),
                Outputs.sample(),
                Outputs.compared())) {
            Past past = again(output);
            same(past, Outputs.past(output));
        }
        DataOutput data = Outputs.data();
        same(again(data).output(), new DataOutput(data.summary().named(DataId.NONE)));
        ModelOutput model = Outputs.model();
        same(again(model).output(), new ModelOutput(model.summary().named(ModelId.NONE)));
    }

    @Test
    void aFailureIsKeptWithWhatWasThereByThen() {
        Path run = Outputs.run(runs.resolve("cell/0001"), 6, 6, Optional.of(Run.State.DIVERGED));
        CellFailure failure = new CellFailure("It diverged.", "Lower it.", "learning-rate");
        TrainOutput shown = PastRun.read(run, 20).orElseThrow();
        files.write(CELL, new Past(shown, 1, 2, "f", Optional.empty(), Optional.of(failure)));
        Past past = files.read(CELL).orElseThrow();
        assertThat(past.failure()).contains(failure);
        assertThat(past.duration()).isEmpty();
        assertThat(((TrainOutput) past.output()).summary().orElseThrow().reason())
                .isEqualTo(Reason.DIVERGED);
    }

    @Test
    void aRunLeftRunningIsShownAsStoppedAtItsLastCheckpoint() throws IOException {
        Path run = Outputs.run(runs.resolve("cell/0001"), 8, 11, Optional.empty());
        assertThat(run.resolve("run.json")).content().contains("running");
        TrainOutput live = new TrainOutput(
                new ModelId(3),
                run,
                20,
                LossSeries.EMPTY,
                List.of(),
                List.of(),
                false,
                Optional.empty(),
                Optional.empty(),
                Optional.empty());
        files.write(CELL, new Past(live, 2, 3, "f", Optional.empty(), Optional.empty()));
        TrainOutput train = (TrainOutput) files.read(CELL).orElseThrow().output();
        assertThat(train.step()).isEqualTo(8);
        assertThat(train.total()).isEqualTo(20);
        assertThat(train.unfinished()).isTrue();
        assertThat(train.series().size()).isEqualTo(8);
        assertThat(train.series().loss(7)).isEqualTo(3.3);
        assertThat(train.evaluations()).extracting(Evaluated::step).containsExactly(0L, 4L, 8L);
        assertThat(train.evaluations().get(2).captions()).containsExactly("caption 8");
        assertThat(train.folder()).isEqualTo(run);
        assertThat(names()).containsExactly("cell.json");
        assertThat(runs.resolve("outputs/cell.json"))
                .content()
                .contains("cell/0001")
                .doesNotContain("3.3");
    }

    @Test
    void aRunThatEndedIsShownWhole() {
        Path run = Outputs.run(runs.resolve("cell/0001"), 10, 10, Optional.of(Run.State.COMPLETED));
        TrainOutput train = PastRun.read(run, 10).orElseThrow();
        assertThat(train.summary().orElseThrow().reason()).isEqualTo(Reason.COMPLETED);
        assertThat(train.series().size()).isEqualTo(10);
        assertThat(train.unfinished()).isFalse();
    }

    @Test
    void aRunWithoutACheckpointCannotBeUsed() {
        Path run = Outputs.run(runs.resolve("cell/0001"), 0, 3, Optional.empty());
        assertThat(PastRun.read(run, 10)).isEmpty();
    }

    @Test
    void oneSetOfFilesIsKeptOfACellAndNoneOfOthersTouched() throws IOException {
        files.write(new CellId("cell-2"), Outputs.past(Outputs.sample()));
        again(Outputs.attention());
        again(Outputs.data());
        assertThat(names())
                .hasSize(5)
                .filteredOn(name -> name.startsWith("cell."))
                .hasSize(2);
        files.remove(CELL);
        assertThat(names()).hasSize(3).allMatch(name -> name.startsWith("cell-2."));
        assertThat(files.read(CELL)).isEmpty();
        assertThat(files.read(new CellId("cell-2"))).isPresent();
    }

    @Test
    void whatIsOfALaterFormatOrPointsElsewhereIsLeftAlone() throws IOException {
        Path json = runs.resolve("outputs/cell.json");
        again(Outputs.sample());
        String good = Files.readString(json);
        for (String bad : List.of(
                good.replace("\"format\":" + OutputMapper.FORMAT, "\"format\":" + (OutputMapper.FORMAT + 1)),
                good.replace("\"kind\":\"SAMPLE\"", "\"kind\":\"NOTE\""),
                good.replace("\"kind\":\"SAMPLE\"", "\"kind\":\"DREAM\""),
                good.replaceAll("\"png\":\"[^\"]*\"", "\"png\":\"../../secret.png\""),
                good.replaceAll("\"png\":\"[^\"]*\"", "\"png\":\"cell.00000000.png\""),
                good.replace("\"width\":30", "\"width\":30000"),
                good.replace("\"caption\"", "\"caption2\""),
                "[]",
                "")) {
            assertThat(bad).isNotEqualTo(good);
            Files.writeString(json, bad);
            assertThat(files.read(CELL)).as(bad).isEmpty();
        }
        Files.writeString(json, good);
        assertThat(files.read(CELL)).isPresent();
    }

    @Test
    void aTrainFileMayNotPointOutOfTheRunsFolder() throws IOException {
        Outputs.run(runs.resolve("cell/0001"), 2, 2, Optional.of(Run.State.COMPLETED));
        TrainOutput train = PastRun.read(runs.resolve("cell/0001"), 2).orElseThrow();
        files.write(CELL, new Past(train, 1, 1, "f", Optional.of(Duration.ZERO), Optional.empty()));
        Path json = runs.resolve("outputs/cell.json");
        Files.writeString(json, Files.readString(json).replace("cell/0001", "../0001"));
        assertThat(files.read(CELL)).isEmpty();
    }

    @Test
    void nothingDamagedDoesHarm() throws IOException {
        SplittableRandom random = new SplittableRandom(11);
        for (CellOutput output :
                List.of(Outputs.data(), Outputs.attention(), Outputs.sample(), Outputs.model(), Outputs.compared())) {
            again(output);
            for (String name : names()) {
                byte[] good = Files.readAllBytes(runs.resolve("outputs").resolve(name));
                for (int i = 0; i < 60; i++) {
                    byte[] bad = good.clone();
                    for (int flips = random.nextInt(1, 4); flips > 0; flips--) {
                        bad[random.nextInt(bad.length)] = (byte) random.nextInt();
                    }
                    int length = random.nextInt(4) == 0 ? random.nextInt(bad.length) : bad.length;
                    Files.write(runs.resolve("outputs").resolve(name), Arrays.copyOf(bad, length));
                    files.read(CELL).ifPresent(past -> assertThat(past.kind()).isNotEqualTo(CellKind.NOTE));
                }
                Files.write(runs.resolve("outputs").resolve(name), good);
            }
            assertThat(files.read(CELL)).isPresent();
        }
    }
}
