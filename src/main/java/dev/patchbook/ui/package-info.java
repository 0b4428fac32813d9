/**
 * Views and view models in JavaFX. May import {@code session}, {@code notebook}, {@code engine}, {@code export},
 * {@code chart}, {@code config} and {@code base}.
 */
@NullMarked
package dev.patchbook.ui;

import org.jspecify.annotations.NullMarked;
