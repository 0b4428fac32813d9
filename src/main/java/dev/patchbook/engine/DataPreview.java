package dev.patchbook.engine;

import dev.patchbook.base.Picture;
import java.util.List;
import java.util.Optional;

/**
 * The first rows of a data source, and how it was understood.
 *
 * @param name for people
 * @param kind what the source is, for people
 * @param encoding of its text as far as it was read; empty where there is none
 * @param dialect separators, quotation marks and line ends, for people; empty where there are none
 * @param columns what its fields are called
 * @param imageColumn that of the pictures; empty where it was not found
 * @param captionColumn that of the captions; empty where it was not found
 * @param splitColumn the one that says what rows are for; empty without one
 * @param problem why its rows cannot be used as it was understood; empty if they can
 * @param bytes of the source; 0 where not known
 * @param estimatedRows how many rows there may be; 0 where not known
 * @param complete whether no row comes after those read, so that their number is known
 * @param rows the first rows
 */
public record DataPreview(
        String name,
        String kind,
        String encoding,
        String dialect,
        List<String> columns,
        String imageColumn,
        String captionColumn,
        String splitColumn,
        String problem,
        long bytes,
        long estimatedRows,
        boolean complete,
        List<Row> rows) {
    /**
     * A row.
     *
     * @param row its number, from 1
     * @param line line of its file it starts on, from 1
     * @param fields as they stand, each cut after some characters
     * @param caption as it would be used
     * @param picture reduced; empty where there is none
     * @param seen the picture as the model would see it
     * @param problem why the row cannot be used
     */
    public record Row(
            long row,
            long line,
            List<String> fields,
            String caption,
            Optional<Picture> picture,
            Optional<Picture> seen,
            Optional<RowProblem> problem) {}
}
