package dev.patchbook.export;

import de.siegmar.fastcsv.writer.CsvWriter;
import de.siegmar.fastcsv.writer.LineDelimiter;
import dev.patchbook.chart.Numbers;
import dev.patchbook.chart.PlainText;
import java.io.IOException;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;

/**
 * A table: what a chart or a list shows, in numbers and words.
 *
 * @param name short, for a file's name
 * @param title for people
 * @param head names of the columns
 * @param rows texts and numbers, as many a row as there are columns
 */
public record Sheet(String name, String title, List<String> head, List<List<Object>> rows) {
    private static final int DIGITS = 4;

    /** The table as CSV (RFC 4180), numbers as exact as they are. */
    public String csv() {
        StringWriter out = new StringWriter();
        try (CsvWriter writer =
                CsvWriter.builder().lineDelimiter(LineDelimiter.CRLF).build(out)) {
            writer.writeRecord(head.stream().map(Sheet::harmless).toList());
            for (List<Object> row : rows) {
                writer.writeRecord(row.stream().map(Sheet::field).toList());
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return out.toString();
    }

    /** A cell in words for people. */
    public static String words(Object cell) {
        if (cell instanceof Double number) {
            return Numbers.significant(number, DIGITS);
        }
        return cell instanceof Long number ? Numbers.count(number) : cell.toString();
    }

    /** The table with at most so many rows, evenly chosen, the last one among them. */
    Sheet atMost(int most) {
        if (rows.size() <= most) {
            return this;
        }
        List<List<Object>> kept = new ArrayList<>();
        for (int i = 0; i < most; i++) {
            kept.add(rows.get((int) ((long) i * (rows.size() - 1) / (most - 1))));
        }
        String which = title + " (" + Numbers.count(most) + " of " + Numbers.count(rows.size()) + " rows)";
        return new Sheet(name, which, head, List.copyOf(kept));
    }

    private static String field(Object cell) {
        if (cell instanceof Double number) {
            return Double.isFinite(number) ? number.toString() : "";
        }
        return cell instanceof Long number ? number.toString() : harmless(cell.toString());
    }

    /** A text that a spreadsheet would take for a formula gets an apostrophe before it, which spreadsheets take for text. */
    private static String harmless(String text) {
        String clean = PlainText.of(text);
        return !clean.isEmpty() && "=+-@\t\r\n\uFFFD".indexOf(clean.charAt(0)) >= 0 ? "'" + clean : clean;
    }
}
