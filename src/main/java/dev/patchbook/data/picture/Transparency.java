package dev.patchbook.data.picture;

import dev.patchbook.config.Variant;

/** What becomes of a picture's alpha channel. */
public enum Transparency {
    /** Dropped: the colours stored under transparent pixels show, as in the articles. */
    DROPPED,
    /** Laid over the background, white unless chosen otherwise. */
    OVER_BACKGROUND;

    /** What a variant does. */
    public static Transparency of(Variant variant) {
        return variant == Variant.PUBLISHED ? DROPPED : OVER_BACKGROUND;
    }
}
