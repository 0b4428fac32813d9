package dev.patchbook.data.source;

import dev.patchbook.data.report.RowException;
import java.util.Optional;

/**
 * A row as it stands.
 *
 * @param row its number, from 1
 * @param line line of its file it starts on, from 1; where there are no lines, its number in the folder's order
 * @param names what its fields are called
 * @param picture where its picture is
 * @param caption its caption's field, if there
 * @param split the split column's field, if there is such a column
 * @param fault what is wrong with the row as a whole
 */
public record RawRow(
        long row,
        long line,
        Names names,
        PictureField picture,
        Optional<String> caption,
        Optional<String> split,
        Optional<RowException> fault) {
    /**
     * What the fields of a source are called.
     *
     * @param picture the pictures
     * @param caption the captions
     * @param split what rows are for
     */
    public record Names(String picture, String caption, String split) {}

    static RawRow broken(long row, long line, Names names, RowException fault) {
        return new RawRow(
                row,
                line,
                names,
                new PictureField.Text(names.picture(), ""),
                Optional.empty(),
                Optional.empty(),
                Optional.of(fault));
    }

    RawRow numbered(long number) {
        return new RawRow(number, line, names, picture, caption, split, fault);
    }
}
