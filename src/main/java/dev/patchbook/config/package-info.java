/**
 * The settings and sizes of a model, its data and its training: validating records with presets, and the one schema
 * they are read from. May import {@code base}.
 */
@NullMarked
package dev.patchbook.config;

import org.jspecify.annotations.NullMarked;
