package dev.patchbook.ui.form;

import dev.patchbook.config.ImageRef;

/** The picture before or after another, in the same part of the data. */
final class PictureStep {
    private PictureStep() {}

    /** {@code validation 3} moved by one is {@code validation 4}; a file stays as it is; where there is none, it begins. */
    static String move(String reference, int by) {
        if (reference.isBlank()) {
            return "validation " + Math.max(0, by);
        }
        ImageRef ref = ImageRef.of(reference);
        if (ref instanceof ImageRef.Validation row) {
            return "validation " + Math.max(0, row.index() + by);
        }
        return ref instanceof ImageRef.Train row ? "train " + Math.max(0, row.index() + by) : reference;
    }
}
