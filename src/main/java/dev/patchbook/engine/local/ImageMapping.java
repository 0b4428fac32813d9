package dev.patchbook.engine.local;

import dev.patchbook.base.TensorView;
import dev.patchbook.base.UserFacingException;
import dev.patchbook.data.Part;
import dev.patchbook.engine.ImageMap;
import dev.patchbook.engine.LookRequest;
import dev.patchbook.inspect.Pca;
import dev.patchbook.inspect.Tsne;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Lays a part's pictures out in a plane: one picture a slice, then a few iterations a slice; on the weights of the first. */
final class ImageMapping implements SlicedJob.Slices<ImageMap> {
    /** As many as can be told apart, and as t-SNE takes seconds for. */
    private static final int MOST = 300;

    private static final int NEIGHBOURS = 15;
    private static final int ITERATIONS = 10;

    private final LoadedModel model;
    private final LookRequest look;
    private final ImageResolver images;
    private final Part part;
    private final boolean neighbours;
    private final int count;
    private final List<ImageMap.Image> shown = new ArrayList<>();
    private final List<float[]> embeddings = new ArrayList<>();
    private @Nullable Tsne tsne;

    ImageMapping(LoadedModel now, LookRequest look, ImageResolver images, Part part, boolean neighbours) {
        this.look = look;
        this.images = images;
        this.part = part;
        this.neighbours = neighbours;
        int rows =
                now.data().map(data -> data.dataset().parts().of(part).length).orElse(0);
        if (rows < 3) {
            throw new UserFacingException(
                    "There are too few " + part.id() + " rows for a map: " + rows + ".",
                    "Choose the other part of the data.");
        }
        this.count = Math.min(MOST, rows);
        this.model = now.still();
    }

    @Override
    public Optional<ImageMap> next(LocalJob<?> job) {
        if (shown.size() < count) {
            look();
            job.report("looking at pictures", shown.size(), count);
            if (shown.size() < count || neighbours) {
                return Optional.empty();
            }
        }
        float[][] rows = embeddings.toArray(float[][]::new);
        if (!neighbours) {
            Pca plane = Pca.of(rows, 2);
            return Optional.of(
                    map(plane.places(), Arrays.stream(plane.shares()).boxed().toList()));
        }
        Tsne known = tsne;
        if (known == null) {
            known = new Tsne(rows, NEIGHBOURS);
            tsne = known;
        }
        known.iterate(ITERATIONS);
        job.report("laying out", known.done(), Tsne.ITERATIONS);
        return known.done() < Tsne.ITERATIONS ? Optional.empty() : Optional.of(map(known.places(), List.of()));
    }

    private void look() {
        String name = part.id() + " " + shown.size();
        Shown picture = images.shown(model, name, Looks.where(look));
        embeddings.add(model.visual().embedding(picture.pixels()));
        shown.add(new ImageMap.Image(name, picture.caption(), picture.resized()));
    }

    private ImageMap map(TensorView places, List<Double> shares) {
        return new ImageMap(part.id(), shown, places, neighbours, shares, model.step());
    }

    @Override
    public void close() {
        model.close();
    }
}
