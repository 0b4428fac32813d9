package dev.patchbook.base;

/** Thrown where work was left because its {@link CancelToken} was set; never shown to a person as a failure. */
public final class CancelledException extends RuntimeException {
    private static final long serialVersionUID = 1;

    /** Creates the exception. */
    public CancelledException() {
        super("cancelled", null, false, false);
    }
}
