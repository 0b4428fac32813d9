package dev.patchbook.engine;

import dev.patchbook.base.Picture;
import java.util.List;

/**
 * Some of the rows that were asked for.
 *
 * @param total rows there are of the kind
 * @param from place of the first one given among them, from 0
 * @param rows those of the page
 */
public record RowPage(int total, int from, List<Row> rows) {
    /** Copies the list. */
    public RowPage {
        rows = List.copyOf(rows);
    }

    /**
     * A usable row.
     *
     * @param index names it, from 0
     * @param number its number in the source, from 1
     * @param line line of its file it starts on, from 1
     * @param train its first place among the training rows, from 0; -1 where it is none
     * @param validation its first place among the validation rows, from 0; -1 where it is none
     * @param caption its text, as it is used
     * @param picture what is shown of its picture
     */
    public record Row(
            int index, long number, long line, int train, int validation, String caption, RowPicture picture) {
        /** How settings name its picture: {@code validation 3} or {@code train 3}. */
        public String image() {
            return validation >= 0 ? "validation " + validation : "train " + train;
        }
    }

    /**
     * A row's picture.
     *
     * @param seen as the model sees it, reduced where very large
     * @param width as given, pixels
     * @param height as given, pixels
     * @param brightness its mean, from 0, black, to 1, white
     * @param rows how many rows show it
     * @param shared whether it stands both in training and in validation
     */
    public record RowPicture(Picture seen, int width, int height, double brightness, int rows, boolean shared) {}
}
