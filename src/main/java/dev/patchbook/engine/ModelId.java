package dev.patchbook.engine;

/** Names a model an engine holds: configuration, alphabet and weights. */
public record ModelId(long number) {
    /** A model no engine holds, as that of a summary kept from an earlier time. */
    public static final ModelId NONE = new ModelId(-1);
}
