package dev.patchbook.config;

import java.util.Locale;

/** A group of settings: one kind of cell, one section of {@code config.json}, one prefix of {@code --set}. */
public enum Group {
    DATA,
    MODEL,
    TRAIN,
    SAMPLE,
    PATCHES,
    ATTENTION,
    IMAGES,
    COMPARE;

    /** The name in files and on the command line. */
    public String id() {
        return name().toLowerCase(Locale.ROOT);
    }
}
