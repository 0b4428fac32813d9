package dev.patchbook.data;

import dev.patchbook.base.UserFacingException;
import org.jspecify.annotations.Nullable;

/** What is wrong with one cell of a row, before its place in the file is known. */
final class RowException extends UserFacingException {
    private static final long serialVersionUID = 1;
    private final String field;
    private final ProblemCode code;

    RowException(String field, ProblemCode code, String reason, String remedy) {
        this(field, code, reason, remedy, null);
    }

    RowException(String field, ProblemCode code, String reason, String remedy, @Nullable Throwable cause) {
        super(reason, remedy, cause);
        this.field = field;
        this.code = code;
    }

    RowProblem at(long row, long line) {
        return new RowProblem(row, line, field, code.id(), what(), remedy());
    }
}
