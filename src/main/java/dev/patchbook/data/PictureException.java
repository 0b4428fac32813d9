package dev.patchbook.data;

import dev.patchbook.base.UserFacingException;
import org.jspecify.annotations.Nullable;

/** Bytes that do not give a picture. */
public final class PictureException extends UserFacingException {
    private static final long serialVersionUID = 1;
    private final ProblemCode code;

    PictureException(ProblemCode code, String message, String remedy) {
        this(code, message, remedy, null);
    }

    PictureException(ProblemCode code, String message, String remedy, @Nullable Throwable cause) {
        super(message, remedy, cause);
        this.code = code;
    }

    /** The kind of problem. */
    public ProblemCode code() {
        return code;
    }
}
