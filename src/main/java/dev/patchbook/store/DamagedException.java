package dev.patchbook.store;

/** Something kept beside a notebook is not as Patchbook wrote it. */
final class DamagedException extends RuntimeException {
    private static final long serialVersionUID = 1;

    DamagedException(String what) {
        super(what);
    }
}
