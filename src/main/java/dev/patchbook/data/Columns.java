package dev.patchbook.data;

import de.siegmar.fastcsv.reader.CsvParseException;
import de.siegmar.fastcsv.reader.CsvRecord;
import dev.patchbook.base.UserFacingException;
import java.io.IOException;
import java.io.StringReader;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * Where the columns of a CSV stand.
 *
 * @param count columns in the header
 * @param picture index of the pictures
 * @param caption index of the captions
 * @param split index of the split column; -1 without one
 */
record Columns(int count, int picture, int caption, int split) {
    private static final int LONGEST_NAME = 40;
    private static final int MOST_NAMES = 12;

    /** The separator that makes sense of the first record: comma, semicolon or tab. */
    static char separator(String head) {
        char best = ',';
        int most = -1;
        for (char separator : new char[] {',', ';', '\t'}) {
            List<String> names = firstRecord(head, separator);
            int score = names.size();
            score += find(names, CaptionCsv.PICTURE) >= 0 ? 1 << 20 : 0;
            score += find(names, CaptionCsv.CAPTION) >= 0 ? 1 << 20 : 0;
            if (score > most) {
                most = score;
                best = separator;
            }
        }
        return best;
    }

    private static List<String> firstRecord(String head, char separator) {
        try (var records = CaptionCsv.reader(new StringReader(head), separator).iterator()) {
            return records.hasNext() ? records.next().getFields() : List.of();
        } catch (CsvParseException | UncheckedIOException e) {
            return List.of(); // reading the file itself will say what is wrong
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /**
     * Finds the columns.
     *
     * @throws UserFacingException where one is missing or stands twice
     */
    static Columns of(List<String> names, String file) {
        int picture = need(names, CaptionCsv.PICTURE, file);
        int caption = need(names, CaptionCsv.CAPTION, file);
        return new Columns(names.size(), picture, caption, only(names, CaptionCsv.SPLIT, file));
    }

    private static int need(List<String> names, String name, String file) {
        int index = only(names, name, file);
        if (index < 0) {
            throw new UserFacingException(
                    file + " has no column “" + name + "”. Its columns are " + list(names) + ".",
                    "The first line must name the columns " + CaptionCsv.PICTURE + " (pictures as base64) and "
                            + CaptionCsv.CAPTION + "; rename the columns to match.");
        }
        return index;
    }

    private static int only(List<String> names, String name, String file) {
        int index = find(names, name);
        if (index >= 0 && find(names.subList(index + 1, names.size()), name) >= 0) {
            throw new UserFacingException(
                    file + " has more than one column “" + name + "”.", "Rename all but the one to be read.");
        }
        return index;
    }

    private static int find(List<String> names, String name) {
        for (int i = 0; i < names.size(); i++) {
            if (names.get(i).strip().toLowerCase(Locale.ROOT).equals(name)) {
                return i;
            }
        }
        return -1;
    }

    private static String list(List<String> names) {
        List<String> shown = names.stream()
                .limit(MOST_NAMES)
                .map(name -> name.length() > LONGEST_NAME ? name.substring(0, LONGEST_NAME) + "…" : name)
                .map(name -> "“" + name.strip() + "”")
                .toList();
        return String.join(", ", shown)
                + (names.size() > MOST_NAMES ? " and " + (names.size() - MOST_NAMES) + " more" : "");
    }

    boolean hasSplit() {
        return split >= 0;
    }

    CaptionCsv.Row row(long number, CsvRecord csvRecord) {
        boolean surplus = false;
        for (int i = count; i < csvRecord.getFieldCount(); i++) {
            surplus |= !csvRecord.getField(i).isBlank();
        }
        return new CaptionCsv.Row(
                number,
                csvRecord.getStartingLineNumber(),
                field(csvRecord, picture).orElse(""),
                field(csvRecord, caption),
                split < 0
                        ? Optional.empty()
                        : Optional.of(field(csvRecord, split).orElse("")),
                surplus);
    }

    private static Optional<String> field(CsvRecord csvRecord, int index) {
        return index < csvRecord.getFieldCount() ? Optional.of(csvRecord.getField(index)) : Optional.empty();
    }
}
