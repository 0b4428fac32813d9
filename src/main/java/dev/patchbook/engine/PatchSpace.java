package dev.patchbook.engine;

import dev.patchbook.base.TensorView;
import java.util.List;

/**
 * How patches are projected.
 *
 * @param places of the picture's patches in the plane in which their embeddings differ most [patches, 2]
 * @param shares of the embeddings' variance along its two directions
 * @param channels numbers of the filters with the largest weights, those first
 * @param filters their weights [filters, 3, P, P]
 * @param all how many filters there are
 * @param step updates the weights have had
 */
public record PatchSpace(
        TensorView places, List<Double> shares, List<Integer> channels, TensorView filters, int all, long step) {
    /** Copies the lists. */
    public PatchSpace {
        shares = List.copyOf(shares);
        channels = List.copyOf(channels);
    }
}
