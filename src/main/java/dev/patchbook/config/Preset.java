package dev.patchbook.config;

import java.util.Locale;

/** Sizes and training settings under one name. */
public enum Preset {
    /** Milliseconds a step; for tests. */
    TINY,
    /** A first legible caption on the sample data within three minutes on two cores. */
    LAPTOP,
    /** The articles' sizes: 12.9 million parameters. */
    PUBLISHED;

    /** The name in files and on the command line. */
    public String id() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** The variant that goes with this preset when none is named. */
    public Variant defaultVariant() {
        return this == PUBLISHED ? Variant.PUBLISHED : Variant.STANDARD;
    }
}
