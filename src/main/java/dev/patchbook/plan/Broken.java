package dev.patchbook.plan;

import java.util.List;

/**
 * A tensor with a number that is not finite.
 *
 * @param name the graph's variable
 * @param operation what made it; empty where it was given
 * @param inputs variables it was made from
 */
public record Broken(String name, String operation, List<String> inputs) {}
