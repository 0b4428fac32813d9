package dev.patchbook.data.source;

import de.siegmar.fastcsv.reader.CloseableIterator;
import de.siegmar.fastcsv.reader.CsvParseException;
import de.siegmar.fastcsv.reader.CsvRecord;
import dev.patchbook.base.UserFacingException;
import dev.patchbook.data.report.ProblemCode;
import dev.patchbook.data.report.RowException;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Rows of a CSV of pictures and captions; columns by name, in any order. */
public final class CsvRows extends TextRows {
    private final SourceOptions options;
    private final CsvDialect dialect;
    private final CloseableIterator<CsvRecord> records;
    private final List<String> header;
    private final Optional<Columns> columns;
    private final Optional<UserFacingException> problem;
    private @Nullable CsvRecord last;
    private long row;

    private CsvRows(SourceText file, SourceOptions options) {
        super(file);
        this.options = options;
        this.dialect = CsvDialect.guess(file.head(), options);
        this.records = dialect.reader(file.text()).iterator();
        this.header = readHeader();
        List<List<String>> sample = dialect.sample(file.head(), 2);
        Optional<Columns> found = Optional.empty();
        Optional<UserFacingException> missing = Optional.empty();
        try {
            found = Optional.of(
                    Columns.of(header, sample.size() > 1 ? sample.get(1) : List.of(), options, file.name()));
        } catch (UserFacingException e) {
            missing = Optional.of(e);
        }
        this.columns = found;
        this.problem = missing;
    }

    /**
     * Opens a file and reads its header. Where it lacks a column, {@link #next} says so.
     *
     * @param options places of files are relative to the file's folder
     * @throws UserFacingException where it cannot be read, is empty or is not text
     */
    static CsvRows open(Path path, SourceOptions options) {
        SourceText file = SourceText.open(path);
        try {
            return new CsvRows(file, options);
        } catch (RuntimeException e) {
            file.close();
            throw e;
        }
    }

    private List<String> readHeader() {
        try {
            if (dialect.declared() && records.hasNext()) {
                records.next();
            }
            if (!records.hasNext()) {
                throw file().empty();
            }
            return records.next().getFields();
        } catch (CsvParseException | UncheckedIOException e) {
            throw unreadable(e);
        }
    }

    @Override
    public Optional<RawRow> next() {
        Columns found = columns.orElseThrow(problem::get);
        return advance() ? Optional.of(raw(found, current())) : Optional.empty();
    }

    /** The line the last record starts on, from 1. */
    public long line() {
        return current().getStartingLineNumber();
    }

    /** Goes to the next record, whatever it holds; for a preview of a table whose columns are not known. */
    public boolean advance() {
        try {
            if (!records.hasNext()) {
                return false;
            }
            last = records.next();
            row++;
            return true;
        } catch (CsvParseException | UncheckedIOException e) {
            throw unreadable(e);
        } catch (OutOfMemoryError e) {
            throw new UserFacingException(
                    "A field of " + file().name() + " after row " + row + " needs more memory than there is.",
                    "Make that row's picture smaller.",
                    e);
        }
    }

    private CsvRecord current() {
        CsvRecord record = last;
        if (record == null) {
            throw new IllegalStateException("before the first row");
        }
        return record;
    }

    private RawRow raw(Columns found, CsvRecord csvRecord) {
        RawRow.Names names = found.used();
        long line = csvRecord.getStartingLineNumber();
        if (found.surplus(csvRecord)) {
            return RawRow.broken(
                    row,
                    line,
                    names,
                    new RowException(
                            names.caption(),
                            ProblemCode.EXTRA_FIELDS,
                            "The row has more fields than the header names.",
                            "Put the caption in quotation marks; a separator in it splits it otherwise."));
        }
        String picture = Columns.field(csvRecord, found.picture()).orElse("");
        return new RawRow(
                row,
                line,
                names,
                PictureField.of(names.picture(), picture, options.places()),
                Columns.field(csvRecord, found.caption()),
                found.split() < 0
                        ? Optional.empty()
                        : Optional.of(Columns.field(csvRecord, found.split()).orElse("")),
                Optional.empty());
    }

    private UserFacingException unreadable(RuntimeException e) {
        if (e instanceof UncheckedIOException || e.getCause() instanceof IOException) {
            return new UserFacingException(
                    file().name() + " could not be read beyond row " + row + ".",
                    "Check the disk or copy the file, then read it again.",
                    e);
        }
        return new UserFacingException(
                file().name() + " cannot be understood after row " + row + line(e)
                        + ": a quotation mark opens or closes in the wrong place, or a field is longer than "
                        + CsvDialect.LONGEST_FIELD / 1_000_000 + " million characters.",
                "Look at the row after it: a field that holds quotation marks, separators or line ends stands within"
                        + " quotation marks, and a quotation mark in it is written twice.",
                e);
    }

    private static String line(RuntimeException e) {
        Matcher line = Pattern.compile("starting at line (\\d+)").matcher(String.valueOf(e.getMessage()));
        return line.find() ? " (line " + line.group(1) + ")" : "";
    }

    @Override
    public List<String> fields() {
        return last == null ? List.of() : current().getFields();
    }

    @Override
    public Shape shape() {
        return new Shape(
                "CSV",
                file().encoding(),
                dialect.describe(file().head()),
                header.stream().map(String::strip).toList(),
                columns.map(Columns::used).orElse(new RawRow.Names("", "", "")),
                problem.map(p -> p.what() + " " + p.remedy()).orElse(""));
    }
}
