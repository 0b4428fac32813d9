package dev.patchbook.base;

import org.jspecify.annotations.Nullable;

/**
 * A failure a person can meet. The message says what happened and where (file, row, line, cell), the remedy what to do;
 * the cause is for the log alone.
 */
public class UserFacingException extends RuntimeException {
    private static final long serialVersionUID = 1;
    private final String remedy;

    /**
     * Creates the exception.
     *
     * @param message what happened and where, one sentence
     * @param remedy what to do about it, one sentence
     */
    public UserFacingException(String message, String remedy) {
        this(message, remedy, null);
    }

    /**
     * Creates the exception with its technical cause.
     *
     * @param message what happened and where, one sentence
     * @param remedy what to do about it, one sentence
     * @param cause logged, never shown
     */
    public UserFacingException(String message, String remedy, @Nullable Throwable cause) {
        super(message, cause);
        this.remedy = remedy;
    }

    /** What happened and where. */
    public String what() {
        String message = getMessage();
        return message == null ? "" : message;
    }

    /** What to do about it. */
    public String remedy() {
        return remedy;
    }
}
