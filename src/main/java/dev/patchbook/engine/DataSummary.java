package dev.patchbook.engine;

import dev.patchbook.base.Picture;
import java.util.List;

/**
 * What was found in a data source.
 *
 * @param id names it from now on
 * @param name file name
 * @param rows rows in the file
 * @param usable rows that can be used
 * @param train training rows, repeats included
 * @param validation validation rows, repeats included
 * @param sharedPictures distinct pictures both in training and in validation
 * @param alphabet the characters, in code point order
 * @param longest longest caption, characters
 * @param imageSize side of the square pictures, pixels
 * @param examples the first rows of each part, a few dozen
 * @param problems rows that cannot be used, and why; the first ten thousand
 * @param hash of the source's content: equal data has equal hashes
 * @param statistics what the rows are like
 */
public record DataSummary(
        DataId id,
        String name,
        int rows,
        int usable,
        int train,
        int validation,
        int sharedPictures,
        List<String> alphabet,
        int longest,
        int imageSize,
        List<Example> examples,
        List<RowProblem> problems,
        String hash,
        DataStatistics statistics) {
    /** The same, named otherwise. */
    public DataSummary named(DataId other) {
        return new DataSummary(
                other,
                name,
                rows,
                usable,
                train,
                validation,
                sharedPictures,
                alphabet,
                longest,
                imageSize,
                examples,
                problems,
                hash,
                statistics);
    }

    /**
     * A row to show.
     *
     * @param part {@code train} or {@code validation}
     * @param index number within its part, from 0
     * @param caption its text
     * @param picture as the model sees it, resized
     */
    public record Example(String part, int index, String caption, Picture picture) {}
}
