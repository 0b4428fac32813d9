package dev.patchbook.train;

import dev.patchbook.base.UserFacingException;
import dev.patchbook.checkpoint.Checkpoint;
import dev.patchbook.checkpoint.RunFolder;
import dev.patchbook.checkpoint.SafetensorsFile;
import dev.patchbook.checkpoint.TensorSource;
import dev.patchbook.config.ParameterLayout;
import dev.patchbook.config.ParameterLayout.Entry;
import dev.patchbook.model.Parameters;
import dev.patchbook.plan.Tensor;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/** What a checkpoint keeps of a run, as native memory: the weights and Adam's moments. */
public final class TrainState {
    private TrainState() {}

    /** The tensors of a flat buffer, fetched when written. */
    public static List<TensorSource> sources(ParameterLayout layout, Tensor flat) {
        return sources(layout.entries(), flat);
    }

    /** Some tensors of a flat buffer, fetched when written. */
    public static List<TensorSource> sources(List<Entry> entries, Tensor flat) {
        return entries.stream()
                .map(entry -> new TensorSource(
                        entry.name(), shape(entry), () -> slice(flat, entry).toArray()))
                .toList();
    }

    /** Reads the weights of a checkpoint. */
    public static void readWeights(Checkpoint checkpoint, Parameters parameters) {
        try (SafetensorsFile file = checkpoint.openModel()) {
            readWeights(file, parameters);
        }
    }

    /** Sets every parameter from a file that has been checked to hold them. */
    public static void readWeights(SafetensorsFile file, Parameters parameters) {
        for (Entry entry : parameters.layout().entries()) {
            parameters.write(entry.name(), file.floats(entry.name()));
        }
    }

    /**
     * Reads Adam's moments of a checkpoint, of what trains.
     *
     * @throws UserFacingException where the checkpoint has none
     */
    public static void readMoments(Checkpoint checkpoint, AdamOptimizer adam) {
        try (SafetensorsFile file = checkpoint.openOptimizer()) {
            for (Entry entry : adam.trained()) {
                if (!file.has(Checkpoint.FIRST_MOMENT + entry.name())) {
                    continue; // it was frozen just then
                }
                slice(adam.first(), entry).set(file.floats(Checkpoint.FIRST_MOMENT + entry.name()));
                slice(adam.second(), entry).set(file.floats(Checkpoint.SECOND_MOMENT + entry.name()));
            }
        }
    }

    /** Reads the weights of a run's best checkpoint; its step, or -1 where there is none or it is that of now. */
    static long takeBest(RunFolder folder, long now, Parameters parameters) {
        Optional<Path> best = RunFolder.read(folder.folder()).bestCheckpoint();
        if (best.isEmpty() || best.get().equals(folder.checkpoint(now))) {
            return -1;
        }
        Checkpoint checkpoint = Checkpoint.read(best.get());
        readWeights(checkpoint, parameters);
        return checkpoint.step();
    }

    private static Tensor slice(Tensor flat, Entry entry) {
        return flat.slice(entry.offset(), entry.length());
    }

    private static int[] shape(Entry entry) {
        return Arrays.stream(entry.shape()).mapToInt(Math::toIntExact).toArray();
    }
}
