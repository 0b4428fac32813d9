package dev.patchbook.session;

import java.time.Duration;

/** A duration that is only roughly known. */
public record TimeRange(Duration least, Duration most) {}
