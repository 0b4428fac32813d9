package dev.patchbook.ui;

import dev.patchbook.base.CounterHash;
import dev.patchbook.base.Picture;
import dev.patchbook.base.TensorView;
import dev.patchbook.config.ModelConfig;
import dev.patchbook.config.ViewSettings;
import dev.patchbook.config.VisionConfig;
import dev.patchbook.engine.CompareLook;
import dev.patchbook.engine.EditLook;
import dev.patchbook.engine.EditView;
import dev.patchbook.engine.ImageMap;
import dev.patchbook.engine.Inside;
import dev.patchbook.engine.Job;
import dev.patchbook.engine.LensView;
import dev.patchbook.engine.LookRequest;
import dev.patchbook.engine.MapLook;
import dev.patchbook.engine.NearestCounts;
import dev.patchbook.engine.NearestTokens;
import dev.patchbook.engine.PairView;
import dev.patchbook.engine.PatchEdit;
import dev.patchbook.engine.PatchSpace;
import dev.patchbook.engine.SideView;
import dev.patchbook.engine.TextLook;
import dev.patchbook.engine.TokenMaps;
import dev.patchbook.engine.TokenTrace;
import dev.patchbook.engine.TraceLook;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Executor;
import java.util.function.Function;

/** Plausible closer looks after short waits. */
public final class FakeInside implements Inside {
    private final Executor worker;
    private final Function<LookRequest, ModelConfig> models;
    private final long delay;

    FakeInside(Executor worker, Function<LookRequest, ModelConfig> models, long delay) {
        this.worker = worker;
        this.models = models;
        this.delay = delay;
    }

    private static int number(LookRequest look) {
        return FakePictures.number(look.settings().image());
    }

    private static List<String> vocabulary() {
        List<String> all = new ArrayList<>(FakeEngine.ALPHABET);
        all.addAll(List.of("<begin>", "<end>", "<pad>"));
        return all;
    }

    @Override
    public Job<TokenMaps> tokens(TextLook look) {
        return new FakeJob<TokenMaps>().start(worker, job -> {
            ModelConfig config = models.apply(look.look());
            int grid = config.vision().grid();
            String text =
                    look.source() == TextLook.Source.GIVEN ? look.text() : FakePictures.caption(number(look.look()));
            List<String> tokens = new ArrayList<>(
                    text.codePoints().mapToObj(Character::toString).toList());
            tokens.add("<end>");
            for (int i = 0; i < grid * grid; i++) {
                job.report("covering patches", i, (long) grid * grid);
                FakeEngine.rest(10 * delay); // long beside all else, so that there is time to stop it
            }
            Picture picture =
                    FakePictures.draw(number(look.look()), config.vision().image());
            return maps(picture, grid, tokens, config.variant().allPatches());
        });
    }

    @Override
    public Job<TokenTrace> trace(TraceLook look) {
        return new FakeJob<TokenTrace>()
                .start(worker, job -> FakeTraces.of(look, models.apply(look.look()), job, delay));
    }

    /** Maps of made-up characters over patches. */
    public static TokenMaps maps(Picture picture, int grid, List<String> tokens, boolean attends) {
        int n = grid * grid;
        float[] logs = new float[tokens.size()];
        float[][] all = new float[3][tokens.size() * n];
        for (int i = 0; i < tokens.size(); i++) {
            logs[i] = (float) (-1.5 * CounterHash.uniform(CounterHash.key(4, i, 0), 0));
            double x = CounterHash.uniform(CounterHash.key(4, i, 1), 0);
            double y = CounterHash.uniform(CounterHash.key(4, i, 1), 1);
            for (int p = 0; p < n; p++) {
                double bump = FakeNumbers.bump(p, grid, x, y);
                double noise = CounterHash.uniform(CounterHash.key(4, i, 2), p);
                all[0][i * n + p] = (float) (0.01 + 0.05 * bump + 0.005 * noise);
                all[1][i * n + p] = (float) (0.2 * bump + 0.1 * noise);
                all[2][i * n + p] = (float) (1.4 * bump - 0.3 * noise);
            }
        }
        TensorView attention = new TensorView(all[0], tokens.size(), grid, grid);
        return new TokenMaps(
                picture,
                grid,
                tokens,
                new TensorView(logs, tokens.size()),
                attends ? Optional.of(attention) : Optional.empty(),
                new TensorView(all[1], tokens.size(), grid, grid),
                new TensorView(all[2], tokens.size(), grid, grid),
                60);
    }

    @Override
    public Job<LensView> lens(TextLook look) {
        return new FakeJob<LensView>().start(worker, job -> {
            FakeEngine.rest(delay);
            ModelConfig config = models.apply(look.look());
            List<String> tokens = FakeLooks.tokens(config, FakePictures.caption(number(look.look())));
            return lens(tokens, config.visualTokens(), config.decoder().blocks());
        });
    }

    /** What made-up blocks would say. */
    public static LensView lens(List<String> tokens, int visual, int blocks) {
        List<String> vocabulary = vocabulary();
        float[] logs = new float[(blocks + 1) * tokens.size() * vocabulary.size()];
        List<Integer> followed = new ArrayList<>();
        for (int position = 0; position < tokens.size(); position++) {
            boolean known = position >= visual && position + 1 < tokens.size();
            followed.add(known ? vocabulary.indexOf(tokens.get(position + 1)) : -1);
        }
        for (int row = 0; row < (blocks + 1) * tokens.size(); row++) {
            int position = row % tokens.size();
            double sure = 6.0 * (row / tokens.size()) / blocks;
            double sum = 0;
            double[] scores = new double[vocabulary.size()];
            for (int i = 0; i < scores.length; i++) {
                scores[i] = Math.exp(2 * CounterHash.uniform(CounterHash.key(5, row, 0), i)
                        + (i == followed.get(position) ? sure : 0));
                sum += scores[i];
            }
            for (int i = 0; i < scores.length; i++) {
                logs[row * scores.length + i] = (float) Math.log(scores[i] / sum);
            }
        }
        TensorView all = new TensorView(logs, blocks + 1, tokens.size(), vocabulary.size());
        return new LensView(tokens, visual, vocabulary, all, followed, 60);
    }

    @Override
    public Job<NearestTokens> nearest(LookRequest look) {
        return new FakeJob<NearestTokens>().start(worker, job -> {
            FakeEngine.rest(delay);
            ModelConfig config = models.apply(look);
            VisionConfig vision = config.vision();
            return nearest(FakePictures.draw(number(look), vision.image()), vision.grid(), config.visualTokens());
        });
    }

    /** Made-up nearness. */
    public static NearestTokens nearest(Picture picture, int grid, int visual) {
        List<String> vocabulary = vocabulary();
        float[] cosines = new float[visual * vocabulary.size()];
        for (int i = 0; i < cosines.length; i++) {
            cosines[i] = (float) (0.9 * CounterHash.uniform(CounterHash.key(6, i, 0), 0) - 0.45);
        }
        return new NearestTokens(picture, grid, vocabulary, new TensorView(cosines, visual, vocabulary.size()), 60);
    }

    @Override
    public Job<NearestCounts> nearest(LookRequest look, String part) {
        return new FakeJob<NearestCounts>().start(worker, job -> {
            for (int i = 0; i < 20; i++) {
                job.report("looking at pictures", i, 20);
                FakeEngine.rest(delay / 2);
            }
            return counts(part, models.apply(look).visualTokens());
        });
    }

    /** Made-up counts. */
    public static NearestCounts counts(String part, int visual) {
        List<NearestCounts.Row> rows = List.of(
                new NearestCounts.Row("e", 12L * visual, 0.31, 0.44),
                new NearestCounts.Row(" ", 5L * visual, 0.22, 0.3),
                new NearestCounts.Row("<pad>", 3L * visual, 0.12, 0.2));
        return new NearestCounts(part, 20, visual, rows, 60);
    }

    @Override
    public Job<EditView> edited(EditLook look) {
        return new FakeJob<EditView>().start(worker, job -> {
            FakeEngine.rest(delay);
            VisionConfig vision = models.apply(look.look()).vision();
            Picture picture = FakePictures.draw(number(look.look()), vision.image());
            return edited(picture, vision.grid(), look.edits(), FakePictures.caption(number(look.look())));
        });
    }

    /** A picture with its edits, each of which costs the caption's likelihood a nat. */
    public static EditView edited(Picture picture, int grid, List<PatchEdit> edits, String caption) {
        int[] argb = picture.argb().clone();
        int patch = picture.width() / grid;
        for (PatchEdit edit : edits) {
            for (int i = 0; i < patch * patch; i++) {
                int x = edit.patch() % grid * patch + i % patch;
                int y = edit.patch() / grid * patch + i / patch;
                argb[y * picture.width() + x] = 0xFF000000 | edit.colour();
            }
        }
        String rewritten = edits.isEmpty() ? caption : caption.replace("circle", "ring");
        Picture after = new Picture(picture.width(), picture.height(), argb);
        return new EditView(picture, after, grid, caption, rewritten, caption, -1.5, -1.5 - edits.size(), 60);
    }

    @Override
    public Job<ImageMap> images(MapLook look) {
        return new FakeJob<ImageMap>().start(worker, job -> {
            for (int i = 0; i < 20; i++) {
                job.report("looking at pictures", i, 20);
                FakeEngine.rest(delay);
            }
            return images(look.part(), look.neighbours());
        });
    }

    /** Sixty pictures in groups by their first colour. */
    public static ImageMap images(String part, boolean neighbours) {
        List<ImageMap.Image> all = new ArrayList<>();
        float[] places = new float[120];
        for (int i = 0; i < 60; i++) {
            all.add(new ImageMap.Image(part + " " + i, FakePictures.caption(i), FakePictures.draw(i, 48)));
            places[2 * i] = (float) (3 * Math.cos(1.57 * (i % 4)) + CounterHash.gaussian(CounterHash.key(9, i, 0), 0));
            places[2 * i + 1] =
                    (float) (3 * Math.sin(1.57 * (i % 4)) + CounterHash.gaussian(CounterHash.key(9, i, 1), 0));
        }
        float[] near = places.clone();
        for (int i = 0; i < near.length; i++) {
            near[i] *= 1 + i % 2;
        }
        return new ImageMap(
                part,
                90,
                all,
                new TensorView(places, 60, 2),
                List.of(0.31, 0.18),
                neighbours ? Optional.of(new TensorView(near, 60, 2)) : Optional.empty(),
                60);
    }

    @Override
    public Job<PairView> compare(CompareLook look) {
        return new FakeJob<PairView>().start(worker, job -> {
            job.report("comparing", 0, 4);
            FakeEngine.rest(delay);
            return new PairView(side(look, look.left()), side(look, look.right()));
        });
    }

    private SideView side(CompareLook look, CompareLook.Side side) {
        LookRequest request = new LookRequest(
                side.model(), ViewSettings.patches(Map.of("image", side.image())), look.folder(), false);
        int step = side.step() < 0 ? 20 : side.step() == 0 ? 60 : side.step();
        return FakePairs.side(models.apply(request).vision(), number(request), step);
    }

    @Override
    public Job<PatchSpace> space(LookRequest look) {
        return new FakeJob<PatchSpace>().start(worker, job -> {
            FakeEngine.rest(delay);
            VisionConfig vision = models.apply(look).vision();
            return space(vision.patches(), vision.patch());
        });
    }

    /** Made-up filters and places. */
    public static PatchSpace space(int patches, int side) {
        float[] places = new float[2 * patches];
        for (int i = 0; i < places.length; i++) {
            places[i] = (float) CounterHash.gaussian(CounterHash.key(8, i, 0), 0);
        }
        int count = 40;
        float[] filters = new float[count * 3 * side * side];
        List<Integer> channels = new ArrayList<>();
        for (int i = 0; i < filters.length; i++) {
            int filter = i / (3 * side * side);
            double x = (double) (i % side) / side - 0.5;
            double y = (double) (i / side % side) / side - 0.5;
            double turn = filter * 0.37;
            filters[i] = (float)
                    Math.sin((2 + filter % 5) * 2 * (x * Math.cos(turn) + y * Math.sin(turn)) + i / (side * side));
        }
        for (int i = 0; i < count; i++) {
            channels.add((i * 7) % 96);
        }
        TensorView weights = new TensorView(filters, count, 3, side, side);
        return new PatchSpace(new TensorView(places, patches, 2), List.of(0.41, 0.22), channels, weights, 96, 60);
    }
}
