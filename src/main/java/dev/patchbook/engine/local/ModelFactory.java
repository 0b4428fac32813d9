package dev.patchbook.engine.local;

import dev.patchbook.base.UserFacingException;
import dev.patchbook.checkpoint.Checkpoint;
import dev.patchbook.checkpoint.CheckpointInfo;
import dev.patchbook.checkpoint.MergedWeights;
import dev.patchbook.checkpoint.SafetensorsFile;
import dev.patchbook.checkpoint.TokenizerFile;
import dev.patchbook.config.DataSettings;
import dev.patchbook.config.Group;
import dev.patchbook.config.ModelConfig;
import dev.patchbook.config.ModelSettings;
import dev.patchbook.config.ParameterLayout;
import dev.patchbook.config.ParameterLayout.Entry;
import dev.patchbook.config.Preset;
import dev.patchbook.config.SettingException;
import dev.patchbook.config.TrainSettings;
import dev.patchbook.config.Variant;
import dev.patchbook.data.Dataset;
import dev.patchbook.model.Parameters;
import dev.patchbook.plan.Workers;
import dev.patchbook.sample.ModelRuntime;
import dev.patchbook.text.CharacterTokenizer;
import dev.patchbook.text.Tokenizer;
import dev.patchbook.train.TrainState;
import java.nio.file.Path;
import java.util.Optional;

/** Makes models the engine can hold. */
final class ModelFactory {
    /** Seed of the weights of a model that was built and not trained; a run draws them again from its own seed. */
    private static final long UNTRAINED_SEED = 1;

    private ModelFactory() {}

    /**
     * A model with starting weights.
     *
     * @throws SettingException where sizes do not fit each other or the data
     */
    static LoadedModel build(LoadedData data, ModelSettings settings, Workers workers) {
        Dataset dataset = data.dataset();
        Tokenizer tokenizer =
                CharacterTokenizer.of(dataset.alphabet(), settings.variant().beginAndEnd());
        ModelConfig config = settings.config(dataset.imageSize(), tokenizer.vocabulary(), tokenizer.pad());
        requireRoom(config, dataset, tokenizer);
        Parameters parameters = new Parameters(ParameterLayout.of(config));
        parameters.initialise(UNTRAINED_SEED);
        ModelRuntime runtime = new ModelRuntime(config, parameters, workers);
        return new LoadedModel(runtime, tokenizer, data.pixels(), Optional.of(data), true);
    }

    private static void requireRoom(ModelConfig config, Dataset dataset, Tokenizer tokenizer) {
        int needed = dataset.longest() + (tokenizer.begin().isPresent() ? 1 : 0);
        if (needed > config.textCapacity()) {
            int positions = config.decoder().positions();
            throw new SettingException(
                    "positions",
                    "positions is " + positions + ", of which " + config.textCapacity()
                            + " are left for text, but the longest caption of " + dataset.name() + " takes " + needed
                            + ".",
                    "Set positions to at least " + (config.visualTokens() + needed)
                            + ", or lower max-length in the data.");
        }
    }

    /**
     * A copy of a model, to be trained on data; drawn anew where its weights are starting weights. Adapters it has are merged, and
     * those of the training put on.
     *
     * @throws UserFacingException where the data does not suit the model
     */
    static LoadedModel copy(LoadedModel source, LoadedData data, TrainSettings settings, Workers workers) {
        requireSuited(source, data);
        settings.requireIn(source.config());
        ModelConfig config = source.config().with(settings.lora());
        Parameters parameters = new Parameters(ParameterLayout.of(config));
        if (source.fresh()) {
            parameters.initialise(settings.seed());
        } else {
            Parameters before = source.runtime().parameters();
            MergedWeights.of(source.config(), name -> before.read(name).data())
                    .forEach(tensor ->
                            parameters.write(tensor.name(), tensor.values().get()));
            parameters.initialise(settings.seed(), Entry::adapter);
        }
        ModelRuntime runtime = new ModelRuntime(config, parameters, workers);
        LoadedModel copy = new LoadedModel(runtime, source.tokenizer(), data.pixels(), Optional.of(data), false);
        copy.step(source.step());
        source.origin().ifPresent(copy::origin);
        return copy;
    }

    private static void requireSuited(LoadedModel source, LoadedData data) {
        Dataset dataset = data.dataset();
        if (dataset.imageSize() != source.imageSize()) {
            throw new UserFacingException(
                    "The pictures of " + dataset.name() + " are " + dataset.imageSize()
                            + " pixels a side, but the model reads " + source.imageSize() + ".",
                    "Set image-size to " + source.imageSize() + " in the data, or build the model again.");
        }
        for (String character : dataset.alphabet()) {
            if (!source.tokenizer().alphabet().contains(character)) {
                throw new UserFacingException(
                        "The captions of " + dataset.name() + " use “" + character
                                + "”, which the model does not know.",
                        "Build the model from this data.");
            }
        }
        requireRoom(source.config(), dataset, source.tokenizer());
    }

    /** As {@link #open(Path, Workers, Optional)}, to be shown picture files alone. */
    static LoadedModel open(Path folder, Workers workers) {
        return open(folder, workers, Optional.empty());
    }

    /**
     * A model from a checkpoint, or from a run's last.
     *
     * @param data whose rows it can be shown
     * @throws UserFacingException where there is none, or it is broken
     */
    static LoadedModel open(Path folder, Workers workers, Optional<LoadedData> data) {
        Checkpoint checkpoint = Checkpoint.read(folder);
        ModelConfig config = checkpoint.info().model();
        Parameters parameters = new Parameters(ParameterLayout.of(config));
        try (SafetensorsFile file = checkpoint.openModel()) {
            TrainState.readWeights(file, parameters);
        } catch (RuntimeException e) {
            parameters.close();
            throw e;
        }
        LoadedModel model = new LoadedModel(
                new ModelRuntime(config, parameters, workers),
                tokenizer(checkpoint.info().tokenizer()),
                data.map(LoadedData::pixels).orElseGet(() -> pixels(checkpoint.info())),
                data,
                false);
        model.step(checkpoint.step());
        model.origin(folder.toString());
        return model;
    }

    private static Tokenizer tokenizer(TokenizerFile file) {
        return CharacterTokenizer.of(file.alphabet(), file.begin() != null);
    }

    private static PixelReading pixels(CheckpointInfo info) {
        Preset preset = ModelSettings.preset(info.written(Group.MODEL));
        Variant variant = info.model().variant();
        return PixelReading.of(DataSettings.of(info.written(Group.DATA), preset, variant));
    }
}
