package dev.patchbook.engine;

import dev.patchbook.config.SampleSettings;
import java.nio.file.Path;

/**
 * A caption to generate.
 *
 * @param model which model
 * @param settings picture, prompt and how to choose
 * @param folder what a relative picture path is relative to
 * @param allowOutside whether that path may leave the folder
 * @param published generate as the articles do, with their own loop
 */
public record SampleRequest(
        ModelId model, SampleSettings settings, Path folder, boolean allowOutside, boolean published) {}
