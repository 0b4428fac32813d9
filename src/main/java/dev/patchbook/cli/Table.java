package dev.patchbook.cli;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** A table for people, in columns as wide as their widest entry; the first column to the left, numbers to the right. */
final class Table {
    private final List<List<String>> rows = new ArrayList<>();

    Table(String... head) {
        rows.add(List.of(head));
    }

    void add(String... row) {
        rows.add(List.of(row));
    }

    /** The lines, the head first. */
    List<String> lines() {
        int columns = rows.get(0).size();
        int[] widths = new int[columns];
        boolean[] right = new boolean[columns];
        for (int i = 0; i < columns; i++) {
            int column = i;
            widths[i] = rows.stream()
                    .mapToInt(row -> row.get(column).length())
                    .max()
                    .orElse(0);
            right[i] = rows.size() > 1
                    && rows.stream().skip(1).allMatch(row -> row.get(column).matches("[-+0-9.eE]*"));
        }
        return rows.stream().map(row -> line(row, widths, right)).toList();
    }

    private static String line(List<String> row, int[] widths, boolean[] right) {
        StringBuilder line = new StringBuilder();
        for (int i = 0; i < row.size(); i++) {
            String gap = " ".repeat(widths[i] - row.get(i).length());
            line.append(i == 0 ? "" : "  ").append(right[i] ? gap + row.get(i) : row.get(i) + gap);
        }
        return line.toString().stripTrailing();
    }

    /** A number with so many digits after the point. */
    static String fixed(double value, int digits) {
        return String.format(Locale.ROOT, "%." + digits + "f", value);
    }

    /** A small number, as 1.23e-05. */
    static String scientific(double value) {
        return String.format(Locale.ROOT, "%.2e", value);
    }

    /** A count with separators, as 12,900,000. */
    static String count(long value) {
        return String.format(Locale.ROOT, "%,d", value);
    }
}
