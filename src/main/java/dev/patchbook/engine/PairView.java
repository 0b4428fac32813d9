package dev.patchbook.engine;

/**
 * Two things side by side.
 *
 * @param left the one
 * @param right the other
 */
public record PairView(SideView left, SideView right) {}
