package dev.patchbook.data;

import dev.patchbook.base.CancelToken;
import dev.patchbook.base.Picture;
import dev.patchbook.base.UserFacingException;
import dev.patchbook.config.DataSettings;
import dev.patchbook.data.report.RowException;
import dev.patchbook.data.report.RowProblem;
import dev.patchbook.data.source.CsvRows;
import dev.patchbook.data.source.RawRow;
import dev.patchbook.data.source.RowSource;
import dev.patchbook.data.source.Sources;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * The first rows of a source; the rest is not read.
 *
 * @param name of the source
 * @param shape how it was understood
 * @param bytes of the source; 0 where not known
 * @param estimatedRows how many rows there may be; 0 where not known
 * @param complete whether no row comes after these
 * @param rows those asked for
 */
public record RowPreview(
        String name, RowSource.Shape shape, long bytes, long estimatedRows, boolean complete, List<Shown> rows) {
    private static final int LONGEST_FIELD = 120;

    /**
     * Which rows.
     *
     * @param after how many are passed over; their pictures are not decoded
     * @param most how many follow
     */
    public record Range(int after, int most) {}

    /**
     * A row.
     *
     * @param row its number, from 1
     * @param line line of its file it starts on, from 1
     * @param fields as they stand, each cut after {@value #LONGEST_FIELD} characters
     * @param caption as it would be used
     * @param picture full size; empty where there is none
     * @param problem why the row cannot be used
     */
    public record Shown(
            long row,
            long line,
            List<String> fields,
            String caption,
            Optional<Picture> picture,
            Optional<RowProblem> problem) {}

    /**
     * Reads the first rows.
     *
     * @param folder what relative paths are relative to
     * @param settings which files, and how they are read
     * @param allowOutside whether paths may leave the folder
     * @param range which rows
     * @param cancel polled at every row
     * @throws UserFacingException where there is no such source, or it is none
     */
    public static RowPreview of(
            Path folder, DataSettings settings, boolean allowOutside, Range range, CancelToken cancel) {
        RowPass pass = RowPass.of(folder, settings, allowOutside);
        try (RowSource source = pass.origin().open()) {
            List<Shown> rows = new ArrayList<>();
            boolean usable = source.shape().problem().isEmpty();
            boolean more = true;
            long read = 0;
            long characters = 0;
            while (more && rows.size() < range.most()) {
                cancel.throwIfCancelled();
                if (read < range.after()) {
                    more = usable ? source.next().isPresent() : advance(source);
                } else {
                    Optional<Shown> next = usable ? next(pass, source) : raw(source, read + 1);
                    next.ifPresent(rows::add);
                    more = next.isPresent();
                }
                read += more ? 1 : 0;
                characters += more ? length(source.fields()) : 0;
            }
            boolean text = !source.shape().encoding().isEmpty();
            long estimate = !more ? read : text ? estimate(source, read, characters) : source.size();
            return new RowPreview(source.name(), source.shape(), text ? source.size() : 0, estimate, !more, rows);
        }
    }

    private static long length(List<String> fields) {
        return fields.stream().mapToLong(field -> field.length() + 1L).sum();
    }

    /** From what the rows read hold: the file itself is read ahead. */
    private static long estimate(RowSource source, long rows, long characters) {
        int bytes = source.shape().encoding().startsWith("UTF-16") ? 2 : 1;
        return characters == 0 ? 0 : Math.max(rows, Math.round((double) source.size() / bytes / characters * rows));
    }

    private static Optional<Shown> next(RowPass pass, RowSource source) {
        Optional<RawRow> found = source.next();
        if (found.isEmpty()) {
            return Optional.empty();
        }
        RawRow row = found.get();
        try {
            RowRules.Usable<Picture> usable = pass.rules().read(row);
            return Optional.of(new Shown(
                    row.row(),
                    row.line(),
                    fields(source),
                    usable.caption(),
                    Optional.of(usable.picture()),
                    Optional.empty()));
        } catch (RowException e) {
            RowProblem problem = e.at(Sources.where(source), row.row(), row.line());
            return Optional.of(new Shown(
                    row.row(),
                    row.line(),
                    fields(source),
                    row.caption().map(RowPreview::shortened).orElse(""),
                    picture(row),
                    Optional.of(problem)));
        }
    }

    /** The picture of a row that is unusable for another reason. */
    private static Optional<Picture> picture(RawRow row) {
        try {
            return row.fault().isPresent() ? Optional.empty() : Optional.of(RowRules.picture(row));
        } catch (RowException e) {
            return Optional.empty();
        }
    }

    /** A row of a table whose columns are not known. */
    private static Optional<Shown> raw(RowSource source, long row) {
        return source instanceof CsvRows table && table.advance()
                ? Optional.of(new Shown(row, table.line(), fields(source), "", Optional.empty(), Optional.empty()))
                : Optional.empty();
    }

    private static boolean advance(RowSource source) {
        return source instanceof CsvRows table && table.advance();
    }

    private static List<String> fields(RowSource source) {
        return source.fields().stream().map(RowPreview::shortened).toList();
    }

    private static String shortened(String text) {
        if (text.length() <= LONGEST_FIELD) {
            return text;
        }
        boolean half = Character.isHighSurrogate(text.charAt(LONGEST_FIELD - 1));
        return text.substring(0, half ? LONGEST_FIELD - 1 : LONGEST_FIELD) + "…";
    }
}
