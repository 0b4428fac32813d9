package dev.patchbook.data;

import java.util.Locale;

/** What rows are for. */
public enum Part {
    TRAIN,
    VALIDATION;

    /** The name in files. */
    public String id() {
        return name().toLowerCase(Locale.ROOT);
    }
}
