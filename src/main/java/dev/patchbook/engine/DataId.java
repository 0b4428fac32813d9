package dev.patchbook.engine;

/** Names data an engine has loaded. */
public record DataId(long number) {
    /** Data an engine does not hold, as that of a summary kept from an earlier time. */
    public static final DataId NONE = new DataId(-1);
}
