package dev.patchbook.data;

/** Told how far the reading of a file is. */
@FunctionalInterface
public interface ReadProgress {
    /** Tells nobody. */
    ReadProgress NONE = (bytes, size) -> {};

    /**
     * Called after each row.
     *
     * @param bytes read so far
     * @param size of the file in bytes
     */
    void read(long bytes, long size);
}
