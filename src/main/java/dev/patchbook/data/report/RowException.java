package dev.patchbook.data.report;

import dev.patchbook.base.UserFacingException;
import org.jspecify.annotations.Nullable;

/** What is wrong with one cell of a row, before its place in the file is known. */
public final class RowException extends UserFacingException {
    private static final long serialVersionUID = 1;
    private final String field;
    private final ProblemCode code;

    /** Without a technical cause. */
    public RowException(String field, ProblemCode code, String reason, String remedy) {
        this(field, code, reason, remedy, null);
    }

    /**
     * What is wrong.
     *
     * @param field the column at fault
     * @param code the kind of problem
     * @param reason what is wrong, for people
     * @param remedy what to do, for people
     * @param cause for the log alone
     */
    public RowException(String field, ProblemCode code, String reason, String remedy, @Nullable Throwable cause) {
        super(reason, remedy, cause);
        this.field = field;
        this.code = code;
    }

    /** The problem at its place; {@code where} names the file if there are several, and is empty otherwise. */
    public RowProblem at(String where, long row, long line) {
        return new RowProblem(row, line, field, code.id(), where + what(), remedy());
    }
}
