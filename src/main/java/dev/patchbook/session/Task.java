package dev.patchbook.session;

import dev.patchbook.config.CompareSettings;
import dev.patchbook.config.DataSettings;
import dev.patchbook.config.ImagesSettings;
import dev.patchbook.config.ModelSettings;
import dev.patchbook.config.SampleSettings;
import dev.patchbook.config.TrainSettings;
import dev.patchbook.config.ViewSettings;
import dev.patchbook.engine.DataId;
import dev.patchbook.engine.ModelId;
import dev.patchbook.engine.SideView;
import dev.patchbook.notebook.CellId;
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

    /** Of a compare cell. */
    record Compare(Side left, Side right) implements Task {
        /**
         * One side.
         *
         * @param name as settings begin with it
         * @param cell what it looks at
         * @param model what that holds in the engine
         * @param shown number of the run the cell shows; 0 for a model cell
         * @param run number of an earlier run to look at instead; 0: the one shown
         * @param step as {@link dev.patchbook.config.CompareSettings.Side#step}
         * @param image the picture
         */
        public record Side(String name, CellId cell, ModelId model, int shown, int run, int step, String image) {
            Side at(int other) {
                return new Side(name, cell, model, shown, run, other, image);
            }

            /** What is left open is the newest. */
            Side settled() {
                return step == CompareSettings.AUTO ? at(CompareSettings.NOW) : this;
            }

            CellOutput.CompareOutput.Side shows(SideView view) {
                return new CellOutput.CompareOutput.Side(cell.text(), run > 0 ? run : shown, image, view);
            }
        }
    }

    /** Of a sample cell. */
    record Sample(ModelId model, SampleSettings settings) implements Task {}
}
