/**
 * A running notebook: a pure reducer from state and command to state and effects, and what carries the effects out.
 * May import {@code notebook}, {@code engine}, {@code config} and {@code base}.
 */
@NullMarked
package dev.patchbook.session;

import org.jspecify.annotations.NullMarked;
