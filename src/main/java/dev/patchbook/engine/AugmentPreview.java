package dev.patchbook.engine;

import dev.patchbook.base.Picture;
import java.util.List;

/**
 * What changing training pictures does.
 *
 * @param rows pictures
 * @param warnings what may be wrong with the changes, for people
 */
public record AugmentPreview(List<Row> rows, List<String> warnings) {
    /**
     * One picture.
     *
     * @param caption its row's
     * @param before as the model sees it unchanged
     * @param after as it sees it at some steps
     */
    public record Row(String caption, Picture before, List<Picture> after) {}
}
