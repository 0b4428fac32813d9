/**
 * Tokenizers: from captions to token ids and back. May import {@code config} and {@code base}.
 */
@NullMarked
package dev.patchbook.text;

import org.jspecify.annotations.NullMarked;
