package dev.patchbook.engine;

import dev.patchbook.config.ViewSettings;
import java.nio.file.Path;

/**
 * Something to look at in a model.
 *
 * @param model which model
 * @param settings the picture, and what of it
 * @param folder what a relative picture path is relative to
 * @param allowOutside whether that path may leave the folder
 */
public record LookRequest(ModelId model, ViewSettings settings, Path folder, boolean allowOutside) {}
