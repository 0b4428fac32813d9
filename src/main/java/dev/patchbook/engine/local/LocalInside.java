package dev.patchbook.engine.local;

import dev.patchbook.base.CancelToken;
import dev.patchbook.base.TensorView;
import dev.patchbook.data.Part;
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
import dev.patchbook.engine.PatchSpace;
import dev.patchbook.engine.TextLook;
import dev.patchbook.engine.TokenMaps;
import dev.patchbook.engine.TokenTrace;
import dev.patchbook.engine.TraceLook;
import dev.patchbook.inspect.Pca;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.function.Function;
import java.util.stream.IntStream;

/** Closer looks into models, on the engine's thread. */
final class LocalInside implements Inside {
    /** Filters beyond these are too many to look at. */
    private static final int FILTERS = 64;

    private final EngineThread thread;
    private final Function<LookRequest, LoadedModel> models;
    private final ImageResolver images;
    private final Sides sides;

    /**
     * Looks of one engine.
     *
     * @param models finds the model of a request, of now or of a checkpoint; on the engine's thread
     * @param sides finds the models of a comparison
     */
    LocalInside(EngineThread thread, Function<LookRequest, LoadedModel> models, ImageResolver images, Sides sides) {
        this.thread = thread;
        this.models = models;
        this.images = images;
        this.sides = sides;
    }

    @Override
    public Job<PairView> compare(CompareLook look) {
        return thread.submitSliced("comparing", () -> new PairLook(look, sides, images));
    }

    @Override
    public Job<TokenMaps> tokens(TextLook look) {
        return thread.submitSliced(
                "looking at patches by character", () -> new TokenMapping(models.apply(look.look()), look, images));
    }

    @Override
    public Job<TokenTrace> trace(TraceLook look) {
        return thread.submitSliced(
                "looking at patches by character", () -> TokenTracing.of(models.apply(look.look()), look, images));
    }

    @Override
    public Job<LensView> lens(TextLook look) {
        return thread.submitBrief("looking through the blocks", job -> {
            job.report("looking", 0, 0);
            return lens(models.apply(look.look()), look, job.token());
        });
    }

    private LensView lens(LoadedModel model, TextLook look, CancelToken cancel) {
        Shown shown = shown(model, look.look());
        ReadText text = ReadText.of(model, look, shown, cancel);
        cancel.throwIfCancelled();
        TensorView logs = model.lens().of(shown.pixels(), text.read());
        int visual = model.config().visualTokens();
        int[] followed = new int[visual + text.followed().length];
        Arrays.fill(followed, -1);
        System.arraycopy(text.followed(), 0, followed, visual, text.followed().length);
        return new LensView(
                Looks.names(model, text.read()),
                visual,
                vocabulary(model),
                logs,
                Arrays.stream(followed).boxed().toList(),
                model.step());
    }

    @Override
    public Job<NearestTokens> nearest(LookRequest look) {
        return thread.submitBrief("looking at visual tokens", job -> {
            job.report("looking", 0, 0);
            LoadedModel model = models.apply(look);
            Shown shown = shown(model, look);
            int grid = model.config().vision().grid();
            TensorView cosines = model.visual().nearness(shown.pixels());
            return new NearestTokens(shown.resized(), grid, vocabulary(model), cosines, model.step());
        });
    }

    @Override
    public Job<NearestCounts> nearest(LookRequest look, String part) {
        return thread.submitSliced(
                "counting nearest characters",
                () -> new NearestCounting(models.apply(look), look, images, Part.of(part)));
    }

    @Override
    public Job<EditView> edited(EditLook look) {
        return thread.submitBrief("writing captions of a picture changed", job -> {
            job.report("writing", 0, 0);
            return EditedLooks.of(models.apply(look.look()), look, images, job.token());
        });
    }

    @Override
    public Job<ImageMap> images(MapLook look) {
        return thread.submitSliced("mapping pictures", () -> new ImageMapping(models.apply(look.look()), look, images));
    }

    @Override
    public Job<PatchSpace> space(LookRequest look) {
        return thread.submitBrief("looking at the patch projection", job -> {
            job.report("looking", 0, 0);
            LoadedModel model = models.apply(look);
            return space(model, shown(model, look));
        });
    }

    private static PatchSpace space(LoadedModel model, Shown shown) {
        TensorView embeddings = model.patches().embeddings(shown.pixels());
        float[][] rows = IntStream.range(0, embeddings.shape()[0])
                .mapToObj(i -> embeddings.slice(i).data())
                .toArray(float[][]::new);
        Pca plane = Pca.of(rows, 2);
        TensorView filters = model.patches().filters();
        int all = filters.shape()[0];
        List<Integer> largest = IntStream.range(0, all)
                .boxed()
                .sorted(Comparator.comparingDouble(
                        i -> -squares(filters.slice(i).data())))
                .limit(FILTERS)
                .toList();
        int size = filters.data().length / all;
        float[] shownFilters = new float[largest.size() * size];
        for (int i = 0; i < largest.size(); i++) {
            System.arraycopy(filters.data(), largest.get(i) * size, shownFilters, i * size, size);
        }
        int patch = model.config().vision().patch();
        return new PatchSpace(
                plane.places(),
                Arrays.stream(plane.shares()).boxed().toList(),
                largest,
                new TensorView(shownFilters, largest.size(), 3, patch, patch),
                all,
                model.step());
    }

    private static double squares(float[] numbers) {
        double sum = 0;
        for (float x : numbers) {
            sum += (double) x * x;
        }
        return sum;
    }

    private Shown shown(LoadedModel model, LookRequest look) {
        return images.shown(model, look.settings().image(), Looks.where(look));
    }

    private static List<String> vocabulary(LoadedModel model) {
        return IntStream.range(0, model.config().decoder().vocabulary())
                .mapToObj(model.tokenizer()::text)
                .toList();
    }
}
