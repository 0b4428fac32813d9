package dev.patchbook.store;

import dev.patchbook.base.Picture;
import dev.patchbook.base.TensorView;
import dev.patchbook.checkpoint.Run;
import dev.patchbook.checkpoint.RunFolder;
import dev.patchbook.config.ModelSettings;
import dev.patchbook.config.SampleSettings;
import dev.patchbook.engine.AttentionView;
import dev.patchbook.engine.CaptionTable;
import dev.patchbook.engine.DataId;
import dev.patchbook.engine.DataStatistics;
import dev.patchbook.engine.DataSummary;
import dev.patchbook.engine.EditView;
import dev.patchbook.engine.Generation;
import dev.patchbook.engine.ImageMap;
import dev.patchbook.engine.LensView;
import dev.patchbook.engine.ModelId;
import dev.patchbook.engine.ModelSummary;
import dev.patchbook.engine.NearestCounts;
import dev.patchbook.engine.NearestTokens;
import dev.patchbook.engine.PatchEdit;
import dev.patchbook.engine.PatchSpace;
import dev.patchbook.engine.PatchView;
import dev.patchbook.engine.RowProblem;
import dev.patchbook.engine.SampleTable;
import dev.patchbook.engine.SideView;
import dev.patchbook.engine.TextLook;
import dev.patchbook.engine.TextScores;
import dev.patchbook.engine.TokenEvent;
import dev.patchbook.engine.TokenEvent.Candidate;
import dev.patchbook.engine.TokenMaps;
import dev.patchbook.engine.TokenScores;
import dev.patchbook.session.Branch;
import dev.patchbook.session.CellOutput;
import dev.patchbook.session.CellOutput.AttentionOutput;
import dev.patchbook.session.CellOutput.CompareOutput;
import dev.patchbook.session.CellOutput.DataOutput;
import dev.patchbook.session.CellOutput.ImagesOutput;
import dev.patchbook.session.CellOutput.ModelOutput;
import dev.patchbook.session.CellOutput.PatchesOutput;
import dev.patchbook.session.CellOutput.SampleOutput;
import dev.patchbook.session.Closer;
import dev.patchbook.session.Past;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SplittableRandom;

/** Outputs of every kind, with something in every component. */
final class Outputs {
    private static final SplittableRandom RANDOM = new SplittableRandom(7);

    private Outputs() {}

    static Past past(CellOutput output) {
        return new Past(output, 3, 5, "abc", Optional.of(Duration.ofMillis(1234)), Optional.empty());
    }

    static Picture picture(int width, int height) {
        return new Picture(width, height, RANDOM.ints((long) width * height).toArray());
    }

    static TensorView tensor(int... shape) {
        int size = 1;
        for (int side : shape) {
            size *= side;
        }
        float[] values = new float[size];
        for (int i = 0; i < size; i++) {
            values[i] = i == 1 ? Float.NaN : (float) RANDOM.nextDouble();
        }
        return new TensorView(values, shape);
    }

    static DataOutput data() {
        return new DataOutput(new DataSummary(
                new DataId(4),
                "scènes.csv",
                100,
                97,
                90,
                7,
                1,
                List.of("\n", "é", "\"", "😀"),
                41,
                16,
                List.of(
                        new DataSummary.Example("train", 0, "a red\nbox", picture(16, 16)),
                        new DataSummary.Example("train", 1, "another", picture(700, 9)),
                        new DataSummary.Example("validation", 0, "a third", picture(600, 16))),
                List.of(new RowProblem(17, 18, "caption", "empty", "The caption is empty.", "Write one.")),
                "cafe",
                DataStatistics.NONE));
    }

    static ModelOutput model() {
        ModelSettings settings = ModelSettings.of(Map.of("preset", "tiny", "variant", "git"));
        return new ModelOutput(new ModelSummary(
                new ModelId(9),
                settings.config(16, 12, 11),
                12_345,
                List.of(new ModelSummary.Part("vision", "2 blocks", 99, "5 × 16")),
                List.of("a", "b"),
                7));
    }

    static PatchesOutput patches() {
        return new PatchesOutput(new PatchView(picture(30, 20), picture(16, 16), 2, 8, tensor(2, 2), tensor(5, 5)));
    }

    /** With every closer look. */
    static PatchesOutput closerPatches() {
        List<String> vocabulary = List.of("a", "\n", "<end>");
        return patches()
                .with(new Closer.Space(
                        new PatchSpace(tensor(4, 2), List.of(0.5, 0.25), List.of(7, 3), tensor(2, 3, 8, 8), 9, 12)))
                .with(new Closer.Nearest(new NearestTokens(picture(16, 16), 2, vocabulary, tensor(1, 3), 12)))
                .with(new Closer.Counted(
                        new NearestCounts("validation", 7, 1, List.of(new NearestCounts.Row("\n", 7, 0.5, 0.75)), 12)))
                .with(new Closer.Edited(
                        new EditView(picture(16, 16), picture(16, 16), 2, "a\n", "a", "a box", -1.5, -2.5, 12),
                        List.of(new PatchEdit(3, PatchEdit.Kind.PAINT, 0xFF0000)),
                        "train 1"));
    }

    static AttentionOutput attention() {
        return new AttentionOutput(new AttentionView(
                picture(16, 16), 2, tensor(1, 2, 5, 5), tensor(1, 2, 3, 3), List.of("<cls>", "a", "b"), 1, 12));
    }

    /** With every closer look. */
    static AttentionOutput closerAttention() {
        TokenMaps maps = new TokenMaps(
                picture(16, 16),
                2,
                List.of("a", "<end>"),
                tensor(2),
                Optional.of(tensor(2, 2, 2)),
                tensor(2, 2, 2),
                tensor(2, 2, 2),
                12);
        List<String> tokens = List.of("<cls>", "a");
        return attention()
                .with(new Closer.Characters(maps, TextLook.Source.GIVEN, "a"))
                .with(new Closer.Lens(new LensView(tokens, 1, List.of("a", "b"), tensor(3, 2, 2), List.of(-1, 0), 12)));
    }

    static ImagesOutput images() {
        List<ImageMap.Image> images = List.of(
                new ImageMap.Image("train 0", "a red box", picture(8, 8)),
                new ImageMap.Image("train 1", "a blue box", picture(8, 8)));
        return new ImagesOutput(
                new ImageMap("train", 90, images, tensor(2, 2), List.of(0.5, 0.25), Optional.of(tensor(1, 2)), 12));
    }

    static CompareOutput compared() {
        return new CompareOutput(side("first", 2), side("sècond", 0));
    }

    private static CompareOutput.Side side(String cell, int run) {
        return new CompareOutput.Side(
                cell,
                run,
                "validation 3",
                new SideView(
                        12,
                        picture(16, 16),
                        tensor(1, 2, 5, 5),
                        tensor(2, 2),
                        tensor(5, 5),
                        "a box",
                        "a 😀",
                        tensor(3)));
    }

    static SampleOutput sample() {
        List<Candidate> candidates = List.of(new Candidate(1, "a", 0.75), new Candidate(2, "<end>", Double.NaN));
        TokenEvent token = new TokenEvent(0, candidates.get(0), candidates, candidates);
        Generation generation = new Generation(
                "a box",
                SampleSettings.of(Map.of("prompt", "a", "temperature", "0.8")),
                List.of(token),
                picture(30, 20),
                picture(16, 16),
                "a red box",
                new TextScores(List.of(1), 0, scores().then(scores())),
                true,
                scores(),
                others());
        return new SampleOutput(
                List.of(token),
                Optional.of(generation),
                List.of(branch()),
                Optional.of(samples()),
                Optional.of(captions()));
    }

    private static Branch branch() {
        return new Branch(
                0,
                0,
                List.of(0, 1),
                scores().then(scores()),
                true,
                SampleSettings.of(Map.of("prompt", "a", "seed", "9")));
    }

    private static SampleTable samples() {
        return new SampleTable(List.of(new SampleTable.Row(3, "a box", -1.5, 2, true)), 1, 0.5, 0.25);
    }

    private static CaptionTable captions() {
        CaptionTable.Row row = new CaptionTable.Row(0, "a red box", "a box", 0.4, 0.3, 0.2, -1.5);
        return new CaptionTable("validation", List.of(row), 0, 0.4, 0.3, 0.2);
    }

    /** A run's folder as a process leaves it: its last checkpoint after {@code last} updates, and steps after that. */
    static Path run(Path folder, int last, int steps, Optional<Run.State> end) {
        Map<String, Map<String, String>> settings =
                Map.of("model", Map.of("preset", "tiny"), "train", Map.of("steps", "20"));
        try (RunFolder run = RunFolder.create(folder, settings, null)) {
            for (int i = 0; i < steps; i++) {
                if (i % 4 == 0) {
                    run.evaluated(i, 5.0 - i / 10.0, List.of("caption " + i));
                }
                if (i == last && i > 0) {
                    run.saved(i);
                }
                run.step(i, 4.0 - i / 10.0, 2);
            }
            if (last == steps) {
                run.saved(last);
            }
            end.ifPresent(state -> run.stopped(steps, state));
        }
        return folder;
    }

    private static TokenScores scores() {
        return new TokenScores(List.of("a", "b"), new TensorView(new float[] {-0.1f, -2.3f}, 1, 2));
    }

    private static List<Generation.Other> others() {
        return List.of(new Generation.Other("a box", -1.5, true), new Generation.Other("a fox", -2.5, false));
    }
}
