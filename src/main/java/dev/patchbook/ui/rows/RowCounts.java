package dev.patchbook.ui.rows;

import dev.patchbook.chart.Numbers;

/** How many rows there are to train on, in words. */
public final class RowCounts {
    private RowCounts() {}

    /** As in {@code Train on 97 of 100 rows: 3 cannot be used}. */
    public static String words(long usable, long rows) {
        if (rows == 0) {
            return "There are no rows.";
        }
        if (usable == rows) {
            return rows == 1 ? "The one row can be used." : "All " + Numbers.count(rows) + " rows can be used.";
        }
        return usable == 0
                ? "None of " + Numbers.count(rows) + " rows can be used."
                : "Train on " + Numbers.count(usable) + " of " + Numbers.count(rows) + " rows: "
                        + Numbers.count(rows - usable) + " cannot be used.";
    }
}
