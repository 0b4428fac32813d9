package dev.patchbook.engine;

/** Names a model an engine holds: configuration, alphabet and weights. */
public record ModelId(long number) {}
