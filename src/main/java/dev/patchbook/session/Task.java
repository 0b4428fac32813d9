package dev.patchbook.session;

import dev.patchbook.config.DataSettings;
import dev.patchbook.config.ImagesSettings;
import dev.patchbook.config.ModelSettings;
import dev.patchbook.config.SampleSettings;
import dev.patchbook.config.TrainSettings;
import dev.patchbook.config.ViewSettings;
import dev.patchbook.engine.DataId;
import dev.patchbook.engine.ModelId;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;

/** What a cell asks of the engine, but for folders. */
public sealed interface Task {
    /** Of a data cell. */
    record Load(DataSettings settings) implements Task {}

    /** Of a model cell. */
    record Build(DataId data, ModelSettings settings) implements Task {}

    /**
     * Of a train cell.
     *
     * @param model what to start from
     * @param data what to train on
     * @param settings how
     * @param written the settings as written, grouped as data, model, train
     * @param resume the folder of the run to go on with; empty for a new run
     * @param beside the run to take steps in turn with
     */
    record Train(
            ModelId model,
            DataId data,
            TrainSettings settings,
            Map<String, Map<String, String>> written,
            Optional<Path> resume,
            Optional<RunId> beside)
            implements Task {
        Train racing(RunId other) {
            return new Train(model, data, settings, written, resume, Optional.of(other));
        }
    }

    /** Of a train cell whose run was in an earlier time: the weights in its folder, to be shown rows of the data. */
    record Open(Path folder, DataId data) implements Task {}

    /** Of a patches cell. */
    record Patches(ModelId model, ViewSettings settings) implements Task {}

    /** Of an attention cell. */
    record Attention(ModelId model, ViewSettings settings) implements Task {}

    /** Of an images cell. */
    record Images(ModelId model, ImagesSettings settings) implements Task {}

    /** Of a sample cell. */
    record Sample(ModelId model, SampleSettings settings) implements Task {}
}
