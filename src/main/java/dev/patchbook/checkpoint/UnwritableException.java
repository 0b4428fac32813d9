package dev.patchbook.checkpoint;

import dev.patchbook.base.UserFacingException;
import java.nio.file.Path;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** Something could not be written; it may well be possible later. */
public final class UnwritableException extends UserFacingException {
    private static final long serialVersionUID = 1;

    private UnwritableException(String what, String remedy, Throwable cause) {
        super(what, remedy, cause);
    }

    static UnwritableException of(Path path, Exception cause) {
        return full(cause)
                ? new UnwritableException(
                        "The disk is full: " + path + " cannot be written.", "Make room on the disk.", cause)
                : new UnwritableException(
                        path + " cannot be written.",
                        "Check that the folder may be written to and that the disk has room.",
                        cause);
    }

    /** No exception of its own tells a full disk, only the system's words do. */
    private static boolean full(@Nullable Throwable cause) {
        if (cause == null) {
            return false;
        }
        String words = String.valueOf(cause.getMessage()).toLowerCase(Locale.ROOT);
        return words.contains("no space left")
                || words.contains("not enough space")
                || words.contains("quota exceeded")
                || full(cause.getCause());
    }
}
