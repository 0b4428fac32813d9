package dev.patchbook.ui.view;

import dev.patchbook.base.CounterHash;
import dev.patchbook.base.Picture;
import dev.patchbook.base.TensorView;
import dev.patchbook.chart.Bars;
import dev.patchbook.chart.Bars.Bar;
import dev.patchbook.chart.RunSeries;
import dev.patchbook.chart.Series;
import dev.patchbook.chart.SeriesKey;
import dev.patchbook.chart.Strip;
import dev.patchbook.config.DecoderConfig;
import dev.patchbook.config.ModelConfig;
import dev.patchbook.config.PatchInit;
import dev.patchbook.config.Preset;
import dev.patchbook.config.TrainSettings;
import dev.patchbook.config.Training;
import dev.patchbook.config.Variant;
import dev.patchbook.config.VisionConfig;
import dev.patchbook.engine.AttentionView;
import dev.patchbook.engine.ModelId;
import dev.patchbook.engine.ModelSummary;
import dev.patchbook.engine.ModelSummary.Part;
import dev.patchbook.engine.PartList;
import dev.patchbook.engine.PatchView;
import dev.patchbook.engine.RowPage.Row;
import dev.patchbook.engine.RowPage.RowPicture;
import dev.patchbook.engine.TokenEvent;
import dev.patchbook.engine.TokenEvent.Candidate;
import dev.patchbook.engine.TrainEvent;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Results that no engine worked out, the same every time. */
final class Invented {
    static final String CAPTION = "a red circle above a blue square";

    private Invented() {}

    static Picture scene(int side, int shade) {
        int[] argb = new int[side * side];
        for (int y = 0; y < side; y++) {
            for (int x = 0; x < side; x++) {
                double u = (x + 0.5) / side;
                double v = (y + 0.5) / side;
                boolean circle = Math.hypot(u - 0.34, v - 0.3) < 0.16;
                boolean square = u > 0.48 && u < 0.8 && v > 0.56 && v < 0.88;
                argb[y * side + x] = circle ? 0xFFCF222E : square ? 0xFF1F6FEB : 0xFFE6ECF5 - shade * 0x040404;
            }
        }
        return new Picture(side, side, argb);
    }

    /** A run of so many steps with evaluations. */
    static RunSeries run(int steps, int every) {
        return run("first", 7, steps, every);
    }

    /** A run by a name, of a seed. */
    static RunSeries run(String name, int seed, int steps, int every) {
        RunSeries run = new RunSeries(name);
        long key = CounterHash.key(seed, 0, 0);
        for (int i = 0; i < steps; i++) {
            double trend = 0.02 + 4.2 * Math.exp(-(seed - 1.0) * i / steps) + 0.9 * Math.exp(-2.0 * i / steps) * 0.1;
            if (every > 0 && i % every == 0 && i > 0) {
                run.add(SeriesKey.VALIDATION, i, trend * 1.25 + 0.03);
            }
            run.step(i, 172);
            run.add(SeriesKey.TRAINING, trend * Math.exp(0.22 * CounterHash.gaussian(key, i)));
        }
        return run;
    }

    /** A run of which everything was measured. */
    static RunSeries rich(String name, int seed, int steps, int every) {
        RunSeries run = new RunSeries(name);
        run.setEpoch(steps / 4.0);
        long key = CounterHash.key(seed, 1, 0);
        RunSeries plain = run(name, seed, steps, every);
        int looks = 0;
        Series validation = plain.get(SeriesKey.VALIDATION);
        for (int i = 0; i < steps; i++) {
            double noise = CounterHash.gaussian(key, i);
            while (looks < validation.size() && validation.step(looks) <= i) {
                run.add(SeriesKey.VALIDATION, validation.step(looks), validation.value(looks));
                run.add(new SeriesKey(Strip.LOSS, "other pictures"), validation.step(looks), 1.6);
                run.add(new SeriesKey(Strip.LOSS, "blank pictures"), validation.step(looks++), 1.9);
            }
            run.step(i, 172 + 6 * Math.abs(noise));
            run.add(SeriesKey.TRAINING, plain.get(SeriesKey.TRAINING).value(i));
            run.add(SeriesKey.LEARNING_RATE, 1e-3 * (0.55 + 0.45 * Math.cos(Math.PI * i / steps)));
            run.add(SeriesKey.GRADIENT_NORM, (1 + 3.0 * (steps - i) / steps) * Math.exp(0.2 * noise));
            run.add(SeriesKey.SPEED, 16_000 / (172 + 6 * Math.abs(noise)));
            run.add(new SeriesKey(Strip.UPDATE_RATIO, "vision"), -3.2 + 0.05 * noise);
            run.add(new SeriesKey(Strip.UPDATE_RATIO, "projector"), -2.7 + 0.05 * noise);
            run.add(new SeriesKey(Strip.UPDATE_RATIO, "decoder"), -3 + 0.1 * noise);
        }
        return run;
    }

    /** Rows of which each third validates; the third is long, the fourth repeated, the fifth in both parts. */
    static GridRows rows(int total) {
        return new GridRows() {
            @Override
            public int total() {
                return total;
            }

            @Override
            public Optional<Row> row(int place) {
                if (place < 0 || place >= total) {
                    return Optional.empty();
                }
                String more = place == 2 ? ", beside a very small yellow triangle that nobody ever looks at" : "";
                boolean validates = place % 3 == 0;
                return Optional.of(new Row(
                        place,
                        place + 1L,
                        place + 2L,
                        validates ? -1 : place,
                        validates ? place / 3 : -1,
                        CAPTION + more,
                        new RowPicture(scene(48, place % 8), 64, 48, 0.5, place == 3 ? 2 : 1, place == 4)));
            }

            @Override
            public void need(int first, int last) {}
        };
    }

    /** Bars of which the fourth is set apart. */
    static Bars bars(int count, double limit) {
        List<Bar> bars = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            String words = i + " characters";
            bars.add(new Bar(Integer.toString(i), words, 1500L / (1 + i), i == 3 ? "not in the alphabet" : ""));
        }
        return new Bars("Captions by length", "caption", bars, limit, Double.isNaN(limit) ? "" : "max-length 20");
    }

    static ModelConfig config(Variant variant) {
        VisionConfig vision = new VisionConfig(48, 8, 96, 4, 4);
        return new ModelConfig(variant, vision, new DecoderConfig(96, 3, 4, 320, 28, 27), PatchInit.UNIFORM);
    }

    static ModelSummary model() {
        List<Part> parts = List.of(
                new Part("patch embedding", "36 patches of 8 × 8 pixels", 18_528, "36 × 96"),
                new Part("CLS and positions", "one vector each for 37 tokens", 3_648, "37 × 96"),
                new Part("vision transformer", "4 blocks, 4 heads of 24", 447_936, "1 × 96"),
                new Part("projector", "Linear to 384, GELU, Linear", 74_208, "1 × 96"),
                new Part("token embedding", "28 tokens, 320 positions", 33_408, "T × 96"),
                new Part("causal decoder", "3 blocks, 4 heads of 24", 335_904, "T × 96"),
                new Part("language head", "scores of the next character", 14_716, "T × 28"));
        List<String> alphabet = Arrays.asList("abcdefghilmnoqrstuvwy ".split(""));
        return new ModelSummary(new ModelId(1), config(Variant.STANDARD), 928_348, parts, alphabet, 0);
    }

    /** A stage of a run with adapters on the decoder. */
    static TrainEvent.Stage adapted(int stage) {
        TrainSettings settings = TrainSettings.of(
                Map.of("stages", "projector, vision.1-2 500; lora, head", "lora", "rank 4, query+value of decoder"),
                Preset.LAPTOP);
        Training training = settings.at(500L * stage);
        return new TrainEvent.Stage(
                500L * stage,
                stage,
                2,
                training.parts().text(),
                PartList.of(config(Variant.STANDARD).with(settings.lora()), training));
    }

    static PatchView patches(int grid, int patch) {
        int n = grid * grid;
        float[] norms = new float[n];
        float[] positions = new float[(n + 1) * (n + 1)];
        for (int i = 0; i < n; i++) {
            norms[i] = (float) (2.1 + 1.7 * Math.sin(i * 1.3) * Math.cos(i * 0.4));
        }
        for (int i = 0; i <= n; i++) {
            for (int j = 0; j <= n; j++) {
                double distance = i == 0 || j == 0
                        ? 9
                        : Math.hypot((i - 1) / grid - (j - 1) / grid, (i - 1) % grid - (j - 1) % grid);
                positions[i * (n + 1) + j] = i == j ? 1 : (float) (Math.cos(distance * 0.9) * Math.exp(-distance / 4));
            }
        }
        int side = grid * patch;
        return new PatchView(
                scene(256, 0),
                scene(side, 0),
                grid,
                patch,
                new TensorView(norms, grid, grid),
                new TensorView(positions, n + 1, n + 1));
    }

    static AttentionView attention(Size size, int visualTokens, String caption) {
        int n = size.grid() * size.grid();
        List<String> tokens = new ArrayList<>();
        for (int i = 0; i < visualTokens; i++) {
            tokens.add(i == 0 ? "<cls>" : "<patch " + i + ">");
        }
        tokens.add("<begin>");
        tokens.addAll(Arrays.asList(caption.split("")));
        int t = tokens.size();
        float[] vision = softmax(size, n + 1, false);
        float[] text = softmax(size, t, true);
        return new AttentionView(
                scene(size.grid() * 8, 0),
                size.grid(),
                new TensorView(vision, size.blocks(), size.heads(), n + 1, n + 1),
                new TensorView(text, size.blocks(), size.heads(), t, t),
                tokens,
                visualTokens,
                60);
    }

    record Size(int grid, int blocks, int heads) {}

    private static float[] softmax(Size size, int tokens, boolean causal) {
        float[] weights = new float[size.blocks() * size.heads() * tokens * tokens];
        int row = 0;
        for (int map = 0; map < size.blocks() * size.heads(); map++) {
            for (int i = 0; i < tokens; i++, row++) {
                double sum = 0;
                double[] w = new double[tokens];
                for (int j = 0; j < tokens && (!causal || j <= i); j++) {
                    int p = j - 1;
                    double x = p % size.grid() - (map * 7 % size.grid());
                    double y = (double) p / size.grid() - (map * 3 % size.grid());
                    double near = causal ? -Math.abs(i - j - map % 4) * 0.5 : -(x * x + y * y) / (2 + map % 5);
                    w[j] = Math.exp(near + 0.3 * Math.sin(j * 2.1 + map));
                    sum += w[j];
                }
                for (int j = 0; j < tokens; j++) {
                    weights[row * tokens + j] = (float) (w[j] / sum);
                }
            }
        }
        return weights;
    }

    static List<TokenEvent> tokens(String caption) {
        long key = CounterHash.key(3, 0, 0);
        List<TokenEvent> events = new ArrayList<>();
        int index = 0;
        for (String character : caption.split("")) {
            double p = Math.pow(CounterHash.uniform(key, index), 0.25);
            events.add(new TokenEvent(
                    index++,
                    new Candidate(character.charAt(0), character, p),
                    candidates(character, p, 10),
                    candidates(character, Math.min(1, p * 1.07), 5)));
        }
        return events;
    }

    private static List<Candidate> candidates(String best, double p, int count) {
        List<Candidate> all = new ArrayList<>();
        all.add(new Candidate(best.charAt(0), best, p));
        double rest = 1 - p;
        for (String other : List.of(" ", "e", "a", "l", "\n", "<end>", "s", "t", "o", "q")) {
            if (!other.equals(best) && all.size() < count) {
                all.add(new Candidate(other.charAt(0) + 1000, other, rest *= 0.55));
            }
        }
        all.sort((a, b) -> Double.compare(b.probability(), a.probability()));
        return all;
    }
}
