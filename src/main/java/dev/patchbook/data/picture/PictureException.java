package dev.patchbook.data.picture;

import dev.patchbook.base.UserFacingException;
import dev.patchbook.data.report.ProblemCode;
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

    static PictureException cutOff(PictureFormat format) {
        return broken(format, "is cut off");
    }

    static PictureException broken(PictureFormat format, String how) {
        return broken(format, how, null);
    }

    static PictureException broken(PictureFormat format, String how, @Nullable Throwable cause) {
        return new PictureException(
                ProblemCode.BROKEN_IMAGE,
                "The " + format.label() + " picture " + how + ".",
                "Export the picture again.",
                cause);
    }

    /** The kind of problem. */
    public ProblemCode code() {
        return code;
    }
}
