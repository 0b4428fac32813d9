package dev.patchbook.data;

import java.util.Locale;

/** What rows are for. */
public enum Part {
    TRAIN,
    VALIDATION;

    /** The part of a name, as in files. */
    public static Part of(String id) {
        return valueOf(id.toUpperCase(Locale.ROOT));
    }

    /** The name in files. */
    public String id() {
        return name().toLowerCase(Locale.ROOT);
    }
}
