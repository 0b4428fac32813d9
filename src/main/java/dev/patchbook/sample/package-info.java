/**
 * Captions, one token at a time: the generator with its key and value cache, and samplers over plain floats. The
 * generator uses ND4J; may import {@code model}, {@code plan}, {@code text}, {@code config} and {@code base}.
 */
@NullMarked
package dev.patchbook.sample;

import org.jspecify.annotations.NullMarked;
