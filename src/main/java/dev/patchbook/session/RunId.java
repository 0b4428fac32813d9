package dev.patchbook.session;

/** Names one run of one cell; never used twice in a session. */
public record RunId(long number) {}
