package dev.patchbook.data;

/** Changes a training picture before a model sees it. */
@FunctionalInterface
public interface PictureChange {
    /** Leaves pictures as they are. */
    PictureChange NONE = (values, size, step, place) -> values;

    /**
     * A changed picture.
     *
     * @param values [3, size, size], not written to
     * @param size side, pixels
     * @param step of the run, from 0
     * @param place in the batch, from 0
     */
    byte[] changed(byte[] values, int size, long step, int place);
}
