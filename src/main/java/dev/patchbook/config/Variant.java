package dev.patchbook.config;

import java.util.Locale;

/** What the model does where the articles and good practice disagree; every pair of preset and variant works. */
public enum Variant {
    /** The articles' behaviour, quirks included. */
    PUBLISHED,
    /** Good practice, one visual token. */
    STANDARD,
    /** As standard, and every patch is a visual token (GIT: Wang et al., 2022). */
    GIT;

    /** The name in files and on the command line. */
    public String id() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** Attention divides by the square root of the model's width instead of the head's. */
    public boolean scalesByWidth() {
        return this == PUBLISHED;
    }

    /** The second residual goes around the output of the second norm, not around the block's input. */
    public boolean residualAroundNorm() {
        return this == PUBLISHED;
    }

    /** The decoder reads CLS and every patch, not CLS alone. */
    public boolean allPatches() {
        return this == GIT;
    }

    /** Padding is ignored by the loss. */
    public boolean ignoresPadding() {
        return this != PUBLISHED;
    }

    /** Captions are wrapped in a begin and an end token. */
    public boolean beginAndEnd() {
        return this != PUBLISHED;
    }
}
