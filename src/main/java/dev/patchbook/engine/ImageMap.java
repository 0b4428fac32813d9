package dev.patchbook.engine;

import dev.patchbook.base.Picture;
import dev.patchbook.base.TensorView;
import java.util.List;

/**
 * Pictures of a part of the data in a plane, by what vision makes of each as a whole.
 *
 * @param part {@code train} or {@code validation}
 * @param images the pictures, in the order of the part
 * @param places of each [images, 2]
 * @param neighbours whether the plane keeps neighbours (t-SNE); else it is that of the first two principal components
 * @param shares of the variance along both directions of principal components; empty of the other
 * @param step updates the weights have had
 */
public record ImageMap(
        String part, List<Image> images, TensorView places, boolean neighbours, List<Double> shares, long step) {
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
}
