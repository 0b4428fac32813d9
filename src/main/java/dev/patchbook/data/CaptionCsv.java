package dev.patchbook.data;

import de.siegmar.fastcsv.reader.CloseableIterator;
import de.siegmar.fastcsv.reader.CsvParseException;
import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.CsvRecord;
import de.siegmar.fastcsv.reader.CsvRecordHandler;
import de.siegmar.fastcsv.reader.FieldMismatchStrategy;
import dev.patchbook.base.UserFacingException;
import java.io.IOException;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Reads a CSV of pictures and captions row by row (RFC 4180, with comma, semicolon or tab; columns by name, in any order);
 * never more than one row is held.
 */
final class CaptionCsv implements AutoCloseable {
    /** Column of the pictures, base64. */
    static final String PICTURE = "b64string_images";
    /** Column of the captions. */
    static final String CAPTION = "caption";
    /** Column that says what a row is for; may be missing. */
    static final String SPLIT = "split";

    /** Longest field, characters: 96 MiB of picture as base64. */
    static final int LONGEST_FIELD = 1 << 27;

    private final CsvFile file;
    private final CloseableIterator<CsvRecord> records;
    private final Columns columns;
    private long row;

    private CaptionCsv(CsvFile file, CloseableIterator<CsvRecord> records, Columns columns) {
        this.file = file;
        this.records = records;
        this.columns = columns;
    }

    /**
     * A row as it stands.
     *
     * @param row its number, from 1
     * @param line line it starts on, from 1
     * @param picture the picture's field, empty if not there
     * @param caption the caption's field, if there
     * @param split the split column's field, if there is such a column
     * @param surplus whether there is text beyond the header's columns
     */
    record Row(
            long row, long line, String picture, Optional<String> caption, Optional<String> split, boolean surplus) {}

    /**
     * Opens a file and reads its header.
     *
     * @throws UserFacingException where it cannot be read, is empty, is not text or lacks a column
     */
    static CaptionCsv open(Path path) {
        CsvFile file = CsvFile.open(path);
        try {
            char separator = Columns.separator(file.head());
            CloseableIterator<CsvRecord> records =
                    reader(file.text(), separator).iterator();
            return new CaptionCsv(file, records, Columns.of(header(file, records), file.name()));
        } catch (RuntimeException e) {
            file.close();
            throw e;
        }
    }

    private static List<String> header(CsvFile file, CloseableIterator<CsvRecord> records) {
        try {
            if (!records.hasNext()) {
                throw file.empty();
            }
            return records.next().getFields();
        } catch (CsvParseException | UncheckedIOException e) {
            throw unreadable(file, 0, e);
        }
    }

    static CsvReader<CsvRecord> reader(Reader text, char separator) {
        CsvRecordHandler handler = CsvRecordHandler.of(
                builder -> builder.maxFieldSize(LONGEST_FIELD).maxRecordSize(2 * LONGEST_FIELD));
        return CsvReader.builder()
                .fieldSeparator(separator)
                .missingFieldStrategy(FieldMismatchStrategy.IGNORE) // reported row by row
                .extraFieldStrategy(FieldMismatchStrategy.IGNORE)
                .trimWhitespacesAroundQuotes(true)
                .allowUnclosedQuote(false)
                .maxBufferSize(LONGEST_FIELD)
                .build(handler, text);
    }

    /**
     * The next row; empty at the end.
     *
     * @throws UserFacingException where the file cannot be read any further
     */
    Optional<Row> next() {
        try {
            if (!records.hasNext()) {
                return Optional.empty();
            }
            CsvRecord csvRecord = records.next();
            row++;
            return Optional.of(columns.row(row, csvRecord));
        } catch (CsvParseException | UncheckedIOException e) {
            throw unreadable(file, row, e);
        }
    }

    private static UserFacingException unreadable(CsvFile file, long row, RuntimeException e) {
        if (e instanceof UncheckedIOException || e.getCause() instanceof IOException) {
            return new UserFacingException(
                    file.name() + " could not be read beyond row " + row + ".",
                    "Check the disk or copy the file, then read it again.",
                    e);
        }
        return new UserFacingException(
                file.name() + " cannot be understood after row " + row + line(e)
                        + ": a quotation mark opens or closes in the wrong place, or a field is longer than "
                        + (LONGEST_FIELD >> 20) + " million characters.",
                "Look at the row after it: a field that holds quotation marks, separators or line ends stands within"
                        + " quotation marks, and a quotation mark in it is written twice.",
                e);
    }

    private static String line(RuntimeException e) {
        Matcher line = Pattern.compile("starting at line (\\d+)").matcher(String.valueOf(e.getMessage()));
        return line.find() ? " (line " + line.group(1) + ")" : "";
    }

    /** Whether the file has a column that says what rows are for. */
    boolean hasSplit() {
        return columns.hasSplit();
    }

    /** The file behind the rows. */
    CsvFile file() {
        return file;
    }

    @Override
    public void close() {
        file.close();
    }
}
