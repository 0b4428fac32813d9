package dev.patchbook.engine;

import dev.patchbook.base.Picture;
import dev.patchbook.base.TensorView;
import java.util.List;
import java.util.Optional;

/**
 * Pictures of a part of the data in a plane, by what vision makes of each as a whole.
 *
 * @param part {@code train} or {@code validation}
 * @param all how many pictures the part has
 * @param images those laid out, in the order of the part
 * @param places of each along the first two principal components [images, 2]
 * @param shares of the variance along both
 * @param neighbours places of the first ones where neighbours stay near (t-SNE) [at most images, 2]; empty where not asked for
 * @param step updates the weights have had
 */
public record ImageMap(
        String part,
        int all,
        List<Image> images,
        TensorView places,
        List<Double> shares,
        Optional<TensorView> neighbours,
        long step) {
    /** Copies the lists. */
    public ImageMap {
        images = List.copyOf(images);
        shares = List.copyOf(shares);
    }

    /**
     * A picture.
     *
     * @param name as settings name it, {@code validation 3}
     * @param caption its own
     * @param picture small
     */
    public record Image(String name, String caption, Picture picture) {}

    /** The captions, in order. */
    public List<String> captions() {
        return images.stream().map(Image::caption).toList();
    }
}
