package dev.patchbook.data.report;

/**
 * A row that cannot be used.
 *
 * @param row data row, from 1
 * @param line line of the file the row starts on, from 1
 * @param field the column at fault
 * @param code short stable name of the kind of problem, a {@link ProblemCode#id()}
 * @param reason what is wrong, for people
 * @param remedy what to do, for people
 */
public record RowProblem(long row, long line, String field, String code, String reason, String remedy) {}
