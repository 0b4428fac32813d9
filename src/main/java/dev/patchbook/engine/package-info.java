/**
 * The narrow asynchronous port through which the rest of the app has models built, trained and asked: jobs, events
 * and results. May import {@code config} and {@code base}.
 */
@NullMarked
package dev.patchbook.engine;

import org.jspecify.annotations.NullMarked;
