package dev.patchbook.data;

import dev.patchbook.base.Picture;
import dev.patchbook.data.picture.StoredPicture;
import dev.patchbook.data.picture.Transparency;
import dev.patchbook.data.report.RowProblem;
import dev.patchbook.data.source.Origin;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.IntStream;

/**
 * Rows that can be used, split into training and validation, with their pictures at the model's size. Immutable.
 *
 * @param origin where it was read from
 * @param name for people
 * @param hash SHA-256 of the file, hexadecimal; of several files, or with pictures in files of their own, of all
 * @param imageSize side of the square pictures, pixels
 * @param rowsRead rows in the file, unusable ones included
 * @param rows rows that can be used, in the order of the file
 * @param alphabet the characters, in code point order
 * @param parts which rows are for what
 * @param problems rows that cannot be used, and why; the first {@link #MOST_PROBLEMS}
 * @param statistics what the rows are like
 */
public record Dataset(
        Origin origin,
        String name,
        String hash,
        int imageSize,
        int rowsRead,
        List<Row> rows,
        List<String> alphabet,
        Parts parts,
        List<RowProblem> problems,
        Statistics statistics) {
    /** Problems that are kept; their kinds are all counted in the statistics. */
    public static final int MOST_PROBLEMS = 10_000;

    /** Copies the lists. */
    public Dataset {
        rows = List.copyOf(rows);
        alphabet = List.copyOf(alphabet);
        problems = List.copyOf(problems);
    }

    /**
     * A row.
     *
     * @param number data row in the file, from 1
     * @param line line it starts on, from 1
     * @param caption as in the file
     * @param picture its picture, shared with rows that show the same
     */
    public record Row(long number, long line, String caption, StoredPicture picture) {}

    /**
     * Indices into {@link #rows()}, repeats included; not to be written to.
     *
     * @param train for training
     * @param validation for validation
     */
    public record Parts(int[] train, int[] validation) {
        /** The indices of one part. */
        public int[] of(Part part) {
            return part == Part.TRAIN ? train : validation;
        }
    }

    /** Row indices for training, repeats included; not to be written to. */
    public int[] train() {
        return parts.train();
    }

    /** Row indices for validation, repeats included; not to be written to. */
    public int[] validation() {
        return parts.validation();
    }

    /** The row at a place of a part, from 0. */
    public Row row(Part part, int index) {
        return rows.get(parts.of(part)[index]);
    }

    /** A row's picture as the model sees it. */
    public Picture resized(Row row, Transparency transparency) {
        return row.picture().picture(imageSize, transparency);
    }

    /** Distinct pictures that stand both in training and in validation. */
    public int sharedPictures() {
        Set<String> shared = pictures(parts.train());
        shared.retainAll(pictures(parts.validation()));
        return shared.size();
    }

    /** Longest caption, in characters. */
    public int longest() {
        return rows.stream()
                .mapToInt(row -> row.caption().codePointCount(0, row.caption().length()))
                .max()
                .orElse(0);
    }

    private Set<String> pictures(int[] part) {
        Set<String> hashes = new HashSet<>();
        IntStream.of(part).forEach(i -> hashes.add(rows.get(i).picture().hash()));
        return hashes;
    }
}
