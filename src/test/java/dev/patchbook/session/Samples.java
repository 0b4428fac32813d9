package dev.patchbook.session;

import dev.patchbook.base.Picture;
import dev.patchbook.base.TensorView;
import dev.patchbook.config.DecoderConfig;
import dev.patchbook.config.ModelConfig;
import dev.patchbook.config.PatchInit;
import dev.patchbook.config.SampleSettings;
import dev.patchbook.config.Variant;
import dev.patchbook.config.VisionConfig;
import dev.patchbook.engine.AttentionView;
import dev.patchbook.engine.DataId;
import dev.patchbook.engine.DataStatistics;
import dev.patchbook.engine.DataSummary;
import dev.patchbook.engine.Generation;
import dev.patchbook.engine.ImageMap;
import dev.patchbook.engine.ModelId;
import dev.patchbook.engine.ModelSummary;
import dev.patchbook.engine.PatchView;
import dev.patchbook.engine.SideView;
import dev.patchbook.engine.TextScores;
import dev.patchbook.engine.TokenEvent;
import dev.patchbook.engine.TokenScores;
import dev.patchbook.engine.TrainEvent.Step;
import dev.patchbook.notebook.CellId;
import dev.patchbook.notebook.Notebook;
import dev.patchbook.notebook.NotebookFormat;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Values for tests. */
final class Samples {
    static final CellId SCENES = new CellId("scenes");
    static final CellId SMALL = new CellId("small");
    static final CellId FIRST = new CellId("first");
    static final CellId GRID = new CellId("grid");
    static final CellId LOOK = new CellId("look");
    static final CellId SAY = new CellId("say");

    private static final Picture PICTURE = new Picture(1, 1, new int[1]);
    private static final TensorView ONE = new TensorView(new float[1], 1);

    private Samples() {}

    static Notebook notebook() {
        return NotebookFormat.read("""
                ---
                patchbook: 1
                ---
                words

                ```patchbook data
                id: scenes
                ```
                ```patchbook model
                id: small
                preset: tiny
                ```
                ```patchbook train
                id: first
                steps: 10
                ```
                ```patchbook patches
                id: grid
                ```
                ```patchbook attention
                id: look
                ```
                ```patchbook sample
                id: say
                ```
                """);
    }

    static DataSummary data(long id) {
        return new DataSummary(
                new DataId(id),
                "scenes",
                1,
                1,
                1,
                0,
                0,
                List.of("a"),
                1,
                16,
                List.of(),
                List.of(),
                "",
                DataStatistics.NONE);
    }

    static ModelSummary model(long id) {
        ModelConfig config = new ModelConfig(
                Variant.STANDARD,
                new VisionConfig(16, 8, 16, 1, 2),
                new DecoderConfig(16, 1, 2, 30, 9, 8),
                PatchInit.UNIFORM);
        return new ModelSummary(new ModelId(id), config, 1, List.of(), List.of("a"), 0);
    }

    static PatchView patches() {
        return new PatchView(PICTURE, PICTURE, 1, 1, ONE, ONE);
    }

    static AttentionView attention() {
        return new AttentionView(PICTURE, 1, ONE, ONE, List.of(), 1, 0);
    }

    static ImageMap images() {
        List<ImageMap.Image> one = List.of(new ImageMap.Image("validation 0", "a", PICTURE));
        TensorView place = new TensorView(new float[2], 1, 2);
        return new ImageMap("validation", 1, one, place, List.of(1.0, 0.0), Optional.empty(), 0);
    }

    static CellOutput.CompareOutput compared() {
        SideView view = new SideView(
                2,
                PICTURE,
                new TensorView(new float[4], 1, 1, 2, 2),
                new TensorView(new float[1], 1, 1),
                new TensorView(new float[4], 2, 2),
                "a",
                "",
                new TensorView(new float[0], 0));
        return new CellOutput.CompareOutput(
                new CellOutput.CompareOutput.Side("first", 1, "validation 0", view),
                new CellOutput.CompareOutput.Side("first", 1, "validation 0", view));
    }

    static Generation generation(String caption) {
        return new Generation(
                caption,
                SampleSettings.of(Map.of()),
                List.of(token(0)),
                PICTURE,
                PICTURE,
                "",
                TextScores.NONE,
                true,
                scores(-0.7f, -0.7f),
                List.of());
    }

    /** Of one place and the tokens e and a. */
    static TokenScores scores(float... logs) {
        return new TokenScores(List.of("e", "a"), new TensorView(logs, 1, 2));
    }

    static TokenEvent token(int index) {
        return new TokenEvent(index, new TokenEvent.Candidate(1, "a", 0.5), List.of(), List.of());
    }

    static Step step(long number) {
        return new Step(number, 4.0 / (1 + number), 2, 0.001, 1);
    }
}
