package dev.patchbook.engine;

import dev.patchbook.config.DataSettings;
import java.nio.file.Path;

/**
 * A data source to read.
 *
 * @param folder what relative paths are relative to
 * @param settings where and how
 * @param allowOutside whether a path may leave the folder
 */
public record DataRequest(Path folder, DataSettings settings, boolean allowOutside) {}
