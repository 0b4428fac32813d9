/**
 * Pictures: from a file's bytes to plain pixels and to the model's size, and where those are kept. May import {@code
 * data.report}.
 */
@NullMarked
package dev.patchbook.data.picture;

import org.jspecify.annotations.NullMarked;
