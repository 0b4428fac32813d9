/**
 * Where rows come from: tables, JSON and folders, read row by row as they stand. May import {@code data.report} and {@code
 * data.picture}.
 */
@NullMarked
package dev.patchbook.data.source;

import org.jspecify.annotations.NullMarked;
