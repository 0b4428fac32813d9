package dev.patchbook.base;

/** A path that leads out of the notebook's folder, which nobody allowed. */
public final class OutsideException extends UserFacingException {
    private static final long serialVersionUID = 1;

    /** Creates the exception; message and remedy as elsewhere. */
    public OutsideException(String message, String remedy) {
        super(message, remedy);
    }
}
