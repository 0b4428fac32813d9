package dev.patchbook.export;

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
import dev.patchbook.engine.DataSummary.Example;
import dev.patchbook.engine.Generation;
import dev.patchbook.engine.ImageMap;
import dev.patchbook.engine.ModelId;
import dev.patchbook.engine.ModelSummary;
import dev.patchbook.engine.ModelSummary.Part;
import dev.patchbook.engine.PatchView;
import dev.patchbook.engine.RowProblem;
import dev.patchbook.engine.SideView;
import dev.patchbook.engine.TextScores;
import dev.patchbook.engine.TokenEvent;
import dev.patchbook.engine.TokenEvent.Candidate;
import dev.patchbook.engine.TokenScores;
import dev.patchbook.engine.TrainEvent.Evaluated;
import dev.patchbook.engine.TrainEvent.Reason;
import dev.patchbook.engine.TrainEvent.Saved;
import dev.patchbook.engine.TrainEvent.Step;
import dev.patchbook.engine.TrainSummary;
import dev.patchbook.session.CellOutput;
import dev.patchbook.session.LossSeries;
import dev.patchbook.session.TrainOutput;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Outputs of every kind in which every text is the one given. */
final class Rich {
    private static final int GRID = 3;

    private Rich() {}

    static Picture picture(int side) {
        int[] argb = new int[side * side];
        for (int i = 0; i < argb.length; i++) {
            argb[i] = 0xFF000000 | i * 2654435 & 0xFFFFFF;
        }
        return new Picture(side, side, argb);
    }

    static CellOutput data(String text) {
        List<Example> examples = List.of(
                new Example("train", 0, text, picture(48)), new Example("validation", 0, text + "b", picture(1000)));
        List<RowProblem> problems = List.of(new RowProblem(3, 4, text, "code", text, text));
        return new CellOutput.DataOutput(new DataSummary(
                new DataId(1),
                text,
                10,
                9,
                8,
                1,
                1,
                List.of("a", "b"),
                7,
                48,
                examples,
                problems,
                "hash",
                DataStatistics.NONE));
    }

    static CellOutput model(String text) {
        ModelConfig config = new ModelConfig(
                Variant.STANDARD,
                new VisionConfig(48, 16, 96, 3, 4),
                new DecoderConfig(96, 2, 4, 320, 28, 27),
                PatchInit.UNIFORM);
        List<Part> parts = List.of(new Part(text, text, 1234, text), new Part("projector", "Linear", 99, "1 × 96"));
        return new CellOutput.ModelOutput(new ModelSummary(new ModelId(2), config, 1333, parts, List.of("a"), 0));
    }

    static TrainOutput train(int steps, String text) {
        List<Step> all = new ArrayList<>();
        List<Evaluated> looks = new ArrayList<>();
        for (int i = 0; i < steps; i++) {
            double loss = 0.1 + 3 * Math.exp(-4.0 * i / steps) * (1 + 0.1 * Math.sin(i * 12.9898));
            all.add(new Step(i, loss, 12, 0.002 * (1 - 0.9 * i / steps), 1));
            if (i % Math.max(1, steps / 8) == 0) {
                looks.add(new Evaluated(i, loss * 1.2, List.of(text, "a red circle")));
            }
        }
        Path folder = Path.of("no-such-folder");
        return new TrainOutput(
                new ModelId(3),
                folder,
                steps,
                LossSeries.EMPTY.append(all),
                looks,
                List.of(new Saved(steps, folder)),
                false,
                Optional.of(new TrainSummary(new ModelId(3), steps, Reason.COMPLETED, folder, "")),
                Optional.empty(),
                Optional.empty());
    }

    static CellOutput patches() {
        int n = GRID * GRID;
        float[] norms = new float[n];
        float[] positions = new float[(n + 1) * (n + 1)];
        for (int i = 0; i < positions.length; i++) {
            norms[i % n] = 1 + i % n;
            positions[i] = (float) Math.cos(i);
        }
        PatchView view = new PatchView(
                picture(64),
                picture(48),
                GRID,
                16,
                new TensorView(norms, GRID, GRID),
                new TensorView(positions, n + 1, n + 1));
        return Closers.of(new CellOutput.PatchesOutput(view), GRID);
    }

    static CellOutput attention(String text) {
        int tokens = GRID * GRID + 1;
        List<String> names = List.of("<picture>", "<begin>", text, " ", "\n");
        int t = names.size();
        AttentionView view = new AttentionView(
                picture(48),
                GRID,
                new TensorView(even(2, 2, tokens), 2, 2, tokens, tokens),
                new TensorView(even(2, 2, t), 2, 2, t, t),
                names,
                1,
                60);
        return Closers.of(new CellOutput.AttentionOutput(view), GRID, text);
    }

    static CellOutput images(String text) {
        float[] places = new float[40];
        List<ImageMap.Image> images = new ArrayList<>();
        for (int i = 0; i < 20; i++) {
            images.add(new ImageMap.Image("validation " + i, text + " " + i % 3, picture(8)));
            places[2 * i] = i;
            places[2 * i + 1] = i % 5;
        }
        TensorView plane = new TensorView(places, 20, 2);
        return new CellOutput.ImagesOutput(
                new ImageMap("validation", 50, images, plane, List.of(0.5, 0.25), Optional.of(plane), 60));
    }

    static CellOutput compared(String text) {
        return new CellOutput.CompareOutput(side(text, 10, 1), side(text, 20, 2));
    }

    private static CellOutput.CompareOutput.Side side(String text, long step, float scale) {
        int n = GRID * GRID;
        float[] norms = new float[n];
        for (int i = 0; i < n; i++) {
            norms[i] = scale * (1 + i);
        }
        float[] positions = new float[(n + 1) * (n + 1)];
        int length = text.codePointCount(0, text.length());
        float[] logs = new float[length];
        Arrays.fill(logs, -scale);
        return new CellOutput.CompareOutput.Side(
                text,
                3,
                text,
                new SideView(
                        step,
                        picture(48),
                        new TensorView(even(2, 2, n + 1), 2, 2, n + 1, n + 1),
                        new TensorView(norms, GRID, GRID),
                        new TensorView(positions, n + 1, n + 1),
                        text,
                        text,
                        new TensorView(logs, length)));
    }

    private static float[] even(int layers, int heads, int tokens) {
        float[] weights = new float[layers * heads * tokens * tokens];
        Arrays.fill(weights, 1f / tokens);
        return weights;
    }

    static CellOutput sample(String text) {
        List<Candidate> raw = List.of(new Candidate(1, text, 0.5), new Candidate(2, "b", 0.25));
        TokenEvent token = new TokenEvent(0, new Candidate(1, text, 0.5), raw, raw);
        TokenScores scores =
                new TokenScores(List.of("a", text, "b"), new TensorView(new float[] {-1.4f, -0.7f, -1.4f}, 1, 3));
        Generation done = new Generation(
                text,
                SampleSettings.of(Map.of("prompt", text)),
                List.of(token),
                picture(64),
                picture(48),
                text,
                new TextScores(List.of(1), 0, scores),
                true,
                scores,
                List.of());
        return new CellOutput.SampleOutput(List.of(token), Optional.of(done));
    }
}
