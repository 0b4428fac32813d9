package dev.patchbook.store;

/** What may be done with what is beside a notebook. */
public enum Access {
    /** This is the one writer. */
    WRITER,
    /** Somebody else is: it can be looked at, and saved under another name. */
    READER,
    /** Nothing can be written there. */
    NOWHERE
}
