package dev.patchbook.data.source;

import de.siegmar.fastcsv.reader.CsvParseException;
import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.CsvRecord;
import de.siegmar.fastcsv.reader.CsvRecordHandler;
import de.siegmar.fastcsv.reader.FieldMismatchStrategy;
import java.io.IOException;
import java.io.Reader;
import java.io.StringReader;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;

/**
 * How a CSV is written (RFC 4180, with other separators and quotation marks).
 *
 * @param separator between fields
 * @param quote around fields
 * @param declared whether the first line names the separator, as spreadsheets write it: {@code sep=;}
 */
record CsvDialect(char separator, char quote, boolean declared) {
    /** Longest field, characters: 96 MiB of picture as base64, or what fits the memory the program may use. */
    static final int LONGEST_FIELD =
            (int) Math.min(1 << 27, Math.max(1 << 20, Runtime.getRuntime().maxMemory() / 24));

    private static final char[] SEPARATORS = {',', ';', '\t', '|'};
    private static final Pattern SINGLE = Pattern.compile("[,;\\t|\\r\\n]'");
    private static final int FOUND = 1 << 16;
    private static final int SAMPLE = 8;

    /** The dialect that makes the most of the start of a file. */
    static CsvDialect guess(String head, SourceOptions options) {
        if (head.regionMatches(true, 0, "sep=", 0, 4) && head.length() > 5 && isLineEnd(head.charAt(5))) {
            return new CsvDialect(head.charAt(4), '"', true);
        }
        CsvDialect best = new CsvDialect(',', '"', false);
        int most = -1;
        boolean single = head.startsWith("'") || SINGLE.matcher(head).find();
        for (char quote : single ? new char[] {'"', '\''} : new char[] {'"'}) {
            for (char separator : SEPARATORS) {
                CsvDialect dialect = new CsvDialect(separator, quote, false);
                int score = dialect.score(head, options);
                if (score > most) {
                    most = score;
                    best = dialect;
                }
            }
        }
        return best;
    }

    private static boolean isLineEnd(char c) {
        return c == '\n' || c == '\r';
    }

    private int score(String head, SourceOptions options) {
        List<List<String>> sample = sample(head, SAMPLE);
        if (sample.isEmpty()) {
            return 0;
        }
        List<String> names = sample.get(0);
        int score = Math.min(names.size(), 1000) * 4;
        score += known(names, options.imageColumn(), FieldNames.PICTURE) ? FOUND : 0;
        score += known(names, options.captionColumn(), FieldNames.CAPTION) ? FOUND : 0;
        boolean used = quote == '"' || sample.stream().flatMap(List::stream).noneMatch(name -> name.startsWith("'"));
        boolean even = used && sample.size() > 1 && names.size() > 1;
        for (List<String> row : sample) {
            even &= row.size() == names.size();
        }
        return score + (even ? 3 : 0) + (quote == '"' ? 1 : 0);
    }

    private static boolean known(List<String> names, String given, List<String> usual) {
        return given.isBlank() ? FieldNames.guess(names, usual) >= 0 : FieldNames.find(names, given) >= 0;
    }

    /** The first records of a file's start; the last may be cut off. */
    List<List<String>> sample(String head, int most) {
        List<List<String>> sample = new ArrayList<>();
        try (var records = reader(new StringReader(head), true).iterator()) {
            if (declared && records.hasNext()) {
                records.next();
            }
            while (sample.size() < most && records.hasNext()) {
                sample.add(records.next().getFields());
            }
        } catch (CsvParseException | UncheckedIOException e) {
            return sample; // reading the file itself will say what is wrong
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return sample;
    }

    CsvReader<CsvRecord> reader(Reader text) {
        return reader(text, false);
    }

    private CsvReader<CsvRecord> reader(Reader text, boolean cutOff) {
        CsvRecordHandler handler = CsvRecordHandler.of(
                builder -> builder.maxFieldSize(LONGEST_FIELD).maxRecordSize(2 * LONGEST_FIELD));
        return CsvReader.builder()
                .fieldSeparator(separator)
                .quoteCharacter(quote)
                .missingFieldStrategy(FieldMismatchStrategy.IGNORE) // reported row by row
                .extraFieldStrategy(FieldMismatchStrategy.IGNORE)
                .trimWhitespacesAroundQuotes(true)
                .allowUnclosedQuote(cutOff)
                .maxBufferSize(LONGEST_FIELD)
                .build(handler, text);
    }

    /** For people: separator, quotation mark, and the line ends found. */
    String describe(String head) {
        String between = switch (separator) {
            case ',' -> "commas";
            case ';' -> "semicolons";
            case '\t' -> "tabs";
            case '|' -> "bars";
            default -> "“" + separator + "”";
        };
        return between + (quote == '"' ? "" : ", quoted by '") + ", " + lineEnds(head);
    }

    private static String lineEnds(String head) {
        boolean windows = head.contains("\r\n");
        boolean unix = head.replace("\r\n", "").contains("\n");
        boolean old = head.replace("\r\n", "").contains("\r");
        int kinds = (windows ? 1 : 0) + (unix ? 1 : 0) + (old ? 1 : 0);
        return kinds > 1 ? "mixed line ends" : windows ? "CRLF" : old ? "CR" : "LF";
    }
}
