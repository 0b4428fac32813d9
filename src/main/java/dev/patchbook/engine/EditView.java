package dev.patchbook.engine;

import dev.patchbook.base.Picture;

/**
 * What a model writes of a picture as it is, and with some patches made otherwise; likeliest captions, character by character.
 *
 * @param before the picture as the model sees it
 * @param after the same with its edits
 * @param grid patches along one side
 * @param written the caption of the first
 * @param rewritten the caption of the second
 * @param own the picture's own caption; of a file the one written
 * @param likely log-probability of the own caption with the first, nats
 * @param relikely the same with the second
 * @param step updates the weights have had
 */
public record EditView(
        Picture before,
        Picture after,
        int grid,
        String written,
        String rewritten,
        String own,
        double likely,
        double relikely,
        long step) {}
