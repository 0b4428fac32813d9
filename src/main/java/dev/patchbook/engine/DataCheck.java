package dev.patchbook.engine;

import java.util.List;
import java.util.Map;

/**
 * Which rows of a data source can be used.
 *
 * @param rows rows in the source
 * @param usable rows that can be used
 * @param problems rows that cannot be used, and why; the first ten thousand
 * @param codes all unusable rows by code
 */
public record DataCheck(long rows, long usable, List<RowProblem> problems, Map<String, Long> codes) {
    /** Rows of which is said what is wrong with them. */
    public static final int MOST_PROBLEMS = 10_000;
}
