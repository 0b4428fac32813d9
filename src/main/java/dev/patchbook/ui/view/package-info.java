/**
 * Widgets that show results: charts, maps, grids, chips. Each is a small resizable region, usable by keyboard and with a
 * text for screen readers; none knows the session. They take their colours from {@code view.css}, which stands on the
 * theme's own, so that light and dark both work ({@link dev.patchbook.ui.view.Views#stylesheet()}).
 */
@NullMarked
package dev.patchbook.ui.view;

import org.jspecify.annotations.NullMarked;
