/**
 * The execution plan: a graph's ops ordered, bound and laid out in memory once, and from then on only replayed. Uses
 * ND4J; may import {@code base}.
 */
@NullMarked
package dev.patchbook.plan;

import org.jspecify.annotations.NullMarked;
