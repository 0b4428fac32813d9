package dev.patchbook.engine;

import dev.patchbook.config.TrainSettings;
import java.nio.file.Path;
import java.util.Map;

/**
 * A run to start or to go on with.
 *
 * @param model what to start from; left as it is
 * @param data what to train on
 * @param settings how
 * @param folder the run's folder, new or empty unless resumed
 * @param resume go on with the run in the folder
 * @param written the settings as written, grouped as data, model, train; recorded in the run and in its checkpoints
 */
public record TrainRequest(
        ModelId model,
        DataId data,
        TrainSettings settings,
        Path folder,
        boolean resume,
        Map<String, Map<String, String>> written) {}
