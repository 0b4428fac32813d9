package dev.patchbook.engine;

/** Names data an engine has loaded. */
public record DataId(long number) {}
