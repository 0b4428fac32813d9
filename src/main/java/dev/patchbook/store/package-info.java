/**
 * What is kept beside a notebook: outputs, what is collapsed, recovery, the lock; and whether the file still says what it
 * did. May import {@code session}, {@code notebook}, {@code engine}, {@code chart}, {@code checkpoint}, {@code config} and
 * {@code base}.
 */
@NullMarked
package dev.patchbook.store;

import org.jspecify.annotations.NullMarked;
