package dev.patchbook.engine.local;

import dev.patchbook.base.TensorView;
import dev.patchbook.base.UserFacingException;
import dev.patchbook.config.ImagesSettings;
import dev.patchbook.data.Part;
import dev.patchbook.engine.ImageMap;
import dev.patchbook.engine.MapLook;
import dev.patchbook.inspect.Pca;
import dev.patchbook.inspect.Tsne;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Lays a part's pictures out in a plane: some pictures a slice, then a few iterations a slice; on the weights of the first. What
 * is kept of each picture is small.
 */
final class ImageMapping implements SlicedJob.Slices<ImageMap> {
    private static final int SMALL = 32;
    private static final int NEIGHBOURS = 15;

    private final LoadedModel model;
    private final MapLook look;
    private final ImageResolver images;
    private final Part part;
    private final int all;
    private final int count;
    private final List<ImageMap.Image> shown = new ArrayList<>();
    private final List<float[]> embeddings = new ArrayList<>();
    private @Nullable Pca plane;
    private @Nullable Tsne tsne;

    ImageMapping(LoadedModel now, MapLook look, ImageResolver images) {
        this.look = look;
        this.images = images;
        this.part = Part.of(look.part());
        this.all =
                now.data().map(data -> data.dataset().parts().of(part).length).orElse(0);
        if (all < 3) {
            throw new UserFacingException(
                    "There are too few " + part.id() + " rows for a map: " + all + ".",
                    "Set part to " + (part == Part.TRAIN ? Part.VALIDATION : Part.TRAIN).id() + ".");
        }
        this.count = Math.min(Math.min(look.pictures(), ImagesSettings.MOST), all);
        this.model = now.still();
    }

    @Override
    public Optional<ImageMap> next(LocalJob<?> job) {
        long end = System.nanoTime() + SlicedJob.TURN_NANOS;
        if (shown.size() < count) {
            do {
                look();
            } while (shown.size() < count && System.nanoTime() < end);
            job.report("looking at pictures", shown.size(), count);
            return Optional.empty();
        }
        Pca known = plane;
        if (known == null) {
            known = Pca.of(embeddings.toArray(float[][]::new), 2);
            plane = known;
            return look.neighbours() ? Optional.empty() : Optional.of(map(known, Optional.empty()));
        }
        return near(job, known, end);
    }

    private Optional<ImageMap> near(LocalJob<?> job, Pca known, long end) {
        Tsne layout = tsne;
        if (layout == null) {
            int most = Math.min(count, ImagesSettings.MOST_NEIGHBOURS);
            layout = new Tsne(embeddings.subList(0, most).toArray(float[][]::new), NEIGHBOURS);
            tsne = layout;
        }
        while (!layout.ready() && System.nanoTime() < end) {
            layout.prepare();
        }
        while (layout.ready() && layout.done() < Tsne.ITERATIONS && System.nanoTime() < end) {
            layout.iterate(1);
        }
        job.report("laying out", layout.done(), Tsne.ITERATIONS);
        return layout.done() < Tsne.ITERATIONS
                ? Optional.empty()
                : Optional.of(map(known, Optional.of(layout.places())));
    }

    private void look() {
        String name = part.id() + " " + shown.size();
        Shown picture = images.shown(model, name, Looks.where(look.look()));
        embeddings.add(model.visual().embedding(picture.pixels()));
        shown.add(new ImageMap.Image(name, picture.caption(), Pictures.reduce(picture.resized(), SMALL)));
    }

    private ImageMap map(Pca known, Optional<TensorView> near) {
        List<Double> shares = Arrays.stream(known.shares()).boxed().toList();
        return new ImageMap(part.id(), all, shown, known.places(), shares, near, model.step());
    }

    @Override
    public void close() {
        model.close();
    }
}
