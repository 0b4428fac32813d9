package dev.patchbook.store;

/** What a look at a notebook's file found. */
public enum OnDisk {
    /** It says what it said when it was last read or written here. */
    SAME,
    /** Another program wrote it. */
    CHANGED,
    /** It is gone. */
    DELETED
}
