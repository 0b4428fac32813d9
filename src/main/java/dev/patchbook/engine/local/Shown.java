package dev.patchbook.engine.local;

import dev.patchbook.base.Picture;

/**
 * A picture a model is shown.
 *
 * @param resized as the model sees it
 * @param pixels what the model reads [3, S, S]
 * @param caption the row's own; empty for a file
 * @param file whether it comes from a picture file
 */
record Shown(Picture resized, float[] pixels, String caption, boolean file) {}
