package dev.patchbook.checkpoint;

import dev.patchbook.base.UserFacingException;
import dev.patchbook.config.Group;
import dev.patchbook.config.ModelSettings;
import dev.patchbook.config.ParameterLayout;
import dev.patchbook.config.TrainSettings;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * A folder with a model's weights and all that is needed to use them or to train on: {@code config.json},
 * {@code model.safetensors}, {@code optimizer.safetensors}, {@code tokenizer.json}, {@code provenance.json}.
 *
 * @param folder where it is
 * @param info all but the weights
 */
public record Checkpoint(Path folder, CheckpointInfo info) {
    /** Prefix of Adam's first moments in {@code optimizer.safetensors}. */
    public static final String FIRST_MOMENT = "exp_avg.";

    /** Prefix of Adam's second moments in {@code optimizer.safetensors}. */
    public static final String SECOND_MOMENT = "exp_avg_sq.";

    static final String CONFIG = "config.json";
    static final String MODEL = "model.safetensors";
    static final String OPTIMIZER = "optimizer.safetensors";
    static final String TOKENIZER = "tokenizer.json";
    static final String PROVENANCE = "provenance.json";

    /**
     * What {@code optimizer.safetensors} holds, under the parameters' names. Both empty: no such file.
     *
     * @param first moving means of the gradients
     * @param second moving means of their squares
     */
    public record Moments(List<TensorSource> first, List<TensorSource> second) {
        /** No optimizer state: the checkpoint can be used, not trained on exactly. */
        public static final Moments NONE = new Moments(List.of(), List.of());
    }

    /**
     * Writes a checkpoint whole or not at all: in a temporary folder beside it, synced, then renamed. Equal content is
     * equal bytes.
     *
     * @param folder where; an earlier checkpoint there is replaced
     * @param weights every parameter of the model, named and shaped as {@link ParameterLayout} says
     * @throws UserFacingException where it cannot be written
     */
    public static void write(Path folder, CheckpointInfo info, List<TensorSource> weights, Moments moments) {
        requireLayout(info, weights);
        AtomicFiles.writeFolder(folder, temporary -> {
            AtomicFiles.write(temporary.resolve(CONFIG), info.configJson());
            AtomicFiles.write(temporary.resolve(TOKENIZER), info.tokenizer().json());
            AtomicFiles.write(temporary.resolve(PROVENANCE), info.provenance().json());
            SafetensorsWriter.write(temporary.resolve(MODEL), weights, Map.of("format", "pt"));
            if (!moments.first().isEmpty()) {
                List<TensorSource> all = new ArrayList<>();
                moments.first().forEach(tensor -> all.add(tensor.named(FIRST_MOMENT + tensor.name())));
                moments.second().forEach(tensor -> all.add(tensor.named(SECOND_MOMENT + tensor.name())));
                SafetensorsWriter.write(temporary.resolve(OPTIMIZER), all, Map.of("format", "pt"));
            }
        });
    }

    /**
     * Reads and checks a checkpoint, or a run's last one; the weights stay on disk until asked for.
     *
     * @throws UserFacingException naming the file and what is wrong with it
     */
    public static Checkpoint read(Path folder) {
        Path found = locate(folder);
        TokenizerFile tokenizer = TokenizerFile.read(found.resolve(TOKENIZER));
        Provenance provenance = Provenance.read(found.resolve(PROVENANCE));
        Checkpoint checkpoint =
                new Checkpoint(found, CheckpointInfo.read(found.resolve(CONFIG), tokenizer, provenance));
        checkpoint.openModel().close();
        return checkpoint;
    }

    /**
     * The checkpoint a path means: itself, or the last of a run.
     *
     * @throws UserFacingException where it is neither, or a run without a checkpoint
     */
    public static Path locate(Path path) {
        AtomicFiles.recover(path);
        if (Files.isRegularFile(path.resolve(CONFIG))) {
            return path;
        }
        if (Files.isRegularFile(path.resolve(RunFolder.RUN))) {
            return RunFolder.read(path)
                    .lastCheckpoint()
                    .orElseThrow(() -> new UserFacingException(
                            "The run in " + path + " has no checkpoint yet.", "Train it for at least a step first."));
        }
        String problem =
                Files.exists(path) ? path + " is neither a checkpoint nor a run." : "There is no folder " + path + ".";
        throw new UserFacingException(problem, "Choose a folder that training or importing wrote.");
    }

    /** Updates the weights have had. */
    public long step() {
        return info.provenance().step();
    }

    /** Whether the optimizer's state is there, so that training can go on exactly. */
    public boolean hasOptimizer() {
        return Files.isRegularFile(folder.resolve(OPTIMIZER));
    }

    /**
     * Opens the weights, checked against the sizes.
     *
     * @throws UserFacingException where they are missing, broken or of another model
     */
    public SafetensorsFile openModel() {
        return opened(MODEL, file -> ArticleWeights.requireAll(file, info.model()));
    }

    /**
     * Opens Adam's moments, checked against the sizes; names start with {@link #FIRST_MOMENT} or {@link #SECOND_MOMENT}.
     *
     * @throws UserFacingException where they are missing, broken or of another model
     */
    public SafetensorsFile openOptimizer() {
        if (!hasOptimizer()) {
            throw new UserFacingException(
                    "The checkpoint " + folder + " has no " + OPTIMIZER + ", so training cannot go on from it.",
                    "Choose the run's last checkpoint, or start a new run.");
        }
        return opened(
                OPTIMIZER,
                file -> ArticleWeights.shapes(info.model()).forEach((name, shape) -> {
                    if (trained(name) || file.has(FIRST_MOMENT + name) || file.has(SECOND_MOMENT + name)) {
                        file.require(FIRST_MOMENT + name, shape);
                        file.require(SECOND_MOMENT + name, shape);
                    }
                }));
    }

    /** Whether a parameter trained in the last update and trains in the next: others need no moments. */
    private boolean trained(String name) {
        TrainSettings settings =
                TrainSettings.of(info.written(Group.TRAIN), ModelSettings.preset(info.written(Group.MODEL)));
        return settings.at(Math.max(0, step() - 1)).trains(name)
                && settings.at(step()).trains(name);
    }

    /**
     * Drops the optimizer's file, most of a checkpoint's size; what is left can be used, not trained on.
     *
     * @throws UserFacingException where it cannot be deleted
     */
    public void dropOptimizer() {
        try {
            Files.deleteIfExists(folder.resolve(OPTIMIZER));
        } catch (IOException e) {
            throw AtomicFiles.unwritable(folder.resolve(OPTIMIZER), e);
        }
    }

    private interface Check {
        void accept(SafetensorsFile file);
    }

    private SafetensorsFile opened(String name, Check check) {
        SafetensorsFile file = SafetensorsFile.open(folder.resolve(name));
        boolean good = false;
        try {
            check.accept(file);
            good = true;
            return file;
        } finally {
            if (!good) {
                file.close();
            }
        }
    }

    private static void requireLayout(CheckpointInfo info, List<TensorSource> weights) {
        List<String> names = weights.stream().map(TensorSource::name).toList();
        Set<String> wanted = ArticleWeights.shapes(info.model()).keySet();
        if (!names.equals(List.copyOf(wanted))) {
            throw new IllegalArgumentException("weights are not the model's parameters in file order: " + names);
        }
    }
}
