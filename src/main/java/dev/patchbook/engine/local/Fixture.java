package dev.patchbook.engine.local;

import dev.patchbook.base.UserFacingException;
import dev.patchbook.checkpoint.ArticleWeights;
import dev.patchbook.checkpoint.SafetensorsFile;
import dev.patchbook.config.DecoderConfig;
import dev.patchbook.config.ModelConfig;
import dev.patchbook.config.Variant;
import dev.patchbook.data.Batch;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * Reference values of one model, in three safetensors files.
 *
 * @param name what the files are called
 * @param config the model's sizes
 * @param weights every parameter
 * @param inputs what it was fed
 * @param expected what came out
 */
record Fixture(
        String name, ModelConfig config, SafetensorsFile weights, SafetensorsFile inputs, SafetensorsFile expected)
        implements AutoCloseable {
    private static final String WEIGHTS = ".weights.safetensors";

    /**
     * Names of the fixtures of a folder, sorted.
     *
     * @throws UserFacingException where there is no such folder
     */
    static List<String> names(Path folder) {
        try (Stream<Path> files = Files.list(folder)) {
            return files.map(file -> String.valueOf(file.getFileName()))
                    .filter(file -> file.endsWith(WEIGHTS))
                    .map(file -> file.substring(0, file.length() - WEIGHTS.length()))
                    .sorted()
                    .toList();
        } catch (IOException e) {
            throw new UserFacingException(
                    folder + " is not a folder that can be read.", "Name the folder of the reference values.", e);
        }
    }

    /**
     * Opens a fixture.
     *
     * @throws UserFacingException where a file is missing or does not fit the others
     */
    static Fixture open(Path folder, String name) {
        SafetensorsFile weights = SafetensorsFile.open(folder.resolve(name + WEIGHTS));
        Optional<SafetensorsFile> inputs = Optional.empty();
        boolean good = false;
        try {
            ModelConfig config = config(weights);
            inputs = Optional.of(SafetensorsFile.open(folder.resolve(name + ".inputs.safetensors")));
            SafetensorsFile expected = SafetensorsFile.open(folder.resolve(name + ".expected.safetensors"));
            Fixture fixture = new Fixture(name, config, weights, inputs.get(), expected);
            good = true;
            return fixture;
        } finally {
            if (!good) {
                weights.close();
                inputs.ifPresent(SafetensorsFile::close);
            }
        }
    }

    private static ModelConfig config(SafetensorsFile weights) {
        String variant = weights.metadata().getOrDefault("variant", "");
        Variant found = Arrays.stream(Variant.values())
                .filter(each -> each.id().equals(variant))
                .findFirst()
                .orElseThrow(() -> new UserFacingException(
                        weights.path() + " names no variant Patchbook knows: “" + variant + "”.",
                        "Store variant as published, standard or git in the file's metadata."));
        ModelConfig config = ArticleWeights.config(weights, found);
        String pad = weights.metadata().getOrDefault("pad_id", "");
        if (!pad.matches("\\d{1,9}")) {
            return config;
        }
        DecoderConfig d = config.decoder();
        DecoderConfig padded = new DecoderConfig(
                d.width(), d.blocks(), d.heads(), d.positions(), d.vocabulary(), Integer.parseInt(pad));
        return new ModelConfig(found, config.vision(), padded, config.patchInit());
    }

    /** Rows of the inputs. */
    int batch() {
        return inputs.shape("tokens")[0];
    }

    /** Tokens of a row. */
    int length() {
        return inputs.shape("tokens")[1];
    }

    /** [B, 3, S, S]. */
    float[] images() {
        int side = config.vision().image();
        inputs.require("images", batch(), 3, side, side);
        return inputs.floats("images");
    }

    /** [B, T]. */
    int[] tokens() {
        return inputs.ints("tokens");
    }

    /** [B, T]; padding is not counted but by the articles' variant. */
    int[] targets() {
        inputs.require("targets", batch(), length());
        int[] targets = inputs.ints("targets");
        if (config.variant().ignoresPadding()) {
            int pad = config.decoder().pad();
            for (int i = 0; i < targets.length; i++) {
                targets[i] = targets[i] == pad ? Batch.IGNORED : targets[i];
            }
        }
        return targets;
    }

    @Override
    public void close() {
        weights.close();
        inputs.close();
        expected.close();
    }
}
