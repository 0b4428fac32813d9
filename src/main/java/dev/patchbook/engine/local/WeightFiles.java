package dev.patchbook.engine.local;

import dev.patchbook.base.UserFacingException;
import dev.patchbook.checkpoint.ArticleWeights;
import dev.patchbook.checkpoint.Checkpoint;
import dev.patchbook.checkpoint.CheckpointInfo;
import dev.patchbook.checkpoint.MergedWeights;
import dev.patchbook.checkpoint.Provenance;
import dev.patchbook.checkpoint.SafetensorsFile;
import dev.patchbook.checkpoint.SafetensorsWriter;
import dev.patchbook.checkpoint.TokenizerFile;
import dev.patchbook.config.ModelConfig;
import dev.patchbook.config.Preset;
import dev.patchbook.config.Variant;
import dev.patchbook.data.source.DataSource;
import dev.patchbook.text.Alphabet;
import dev.patchbook.text.CharacterTokenizer;
import dev.patchbook.text.Tokenizer;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/** Turns weights in the articles' layout into checkpoints and back; no native library is loaded. */
final class WeightFiles {
    private static final String SHAKESPEARE = "shakespeare";

    private WeightFiles() {}

    /**
     * Writes a checkpoint.
     *
     * @param alphabet {@code shakespeare}, or the path of a text file
     * @throws UserFacingException where the weights are not of a whole model, or alphabet and weights do not fit
     */
    static void read(Path weights, Variant variant, String alphabet, Path out) {
        List<String> characters = alphabet.equals(SHAKESPEARE)
                ? Alphabet.SHAKESPEARE
                : Alphabet.read(DataSource.resolve(Path.of(""), alphabet, true));
        try (SafetensorsFile file = SafetensorsFile.open(weights)) {
            ModelConfig config = ArticleWeights.config(file, variant);
            Tokenizer tokenizer = tokenizer(characters, config, weights);
            TokenizerFile stored = new TokenizerFile(
                    tokenizer.alphabet(),
                    tokenizer.begin().isPresent() ? tokenizer.begin().getAsInt() : null,
                    tokenizer.end().isPresent() ? tokenizer.end().getAsInt() : null,
                    tokenizer.pad());
            Provenance provenance = new Provenance("", 0, 0, 0, new Provenance.Versions("", "", ""));
            requireFree(out);
            CheckpointInfo info = new CheckpointInfo(written(config, alphabet), config, stored, provenance);
            Checkpoint.write(out, info, ArticleWeights.tensors(file, config), Checkpoint.Moments.NONE);
        }
    }

    private static void requireFree(Path out) {
        try (Stream<Path> there = Files.isDirectory(out) ? Files.list(out) : Stream.empty()) {
            if (there.findAny().isPresent() || Files.isRegularFile(out)) {
                throw new UserFacingException(out + " is not an empty folder.", "Choose another folder.");
            }
        } catch (IOException e) {
            throw new UserFacingException(out + " cannot be read.", "Choose another folder.", e);
        }
    }

    /** The alphabet with the special tokens that make up the vocabulary: all three, or pad alone. */
    private static Tokenizer tokenizer(List<String> characters, ModelConfig config, Path weights) {
        int vocabulary = config.decoder().vocabulary();
        for (boolean marks :
                new boolean[] {config.variant().beginAndEnd(), !config.variant().beginAndEnd()}) {
            Tokenizer tokenizer = CharacterTokenizer.of(characters, marks);
            if (tokenizer.vocabulary() == vocabulary) {
                return tokenizer;
            }
        }
        throw new UserFacingException(
                weights + " knows " + vocabulary + " tokens, but the alphabet has " + characters.size()
                        + " characters, which with the padding token makes " + (characters.size() + 1)
                        + ", and with begin and end " + (characters.size() + 3) + ".",
                "Give the text file the weights were trained with as --alphabet.");
    }

    private static Map<String, Map<String, String>> written(ModelConfig config, String alphabet) {
        Map<String, String> model = new LinkedHashMap<>();
        model.put("preset", Preset.PUBLISHED.id());
        model.put("variant", config.variant().id());
        model.put("patch-size", Integer.toString(config.vision().patch()));
        model.put("vision-width", Integer.toString(config.vision().width()));
        model.put("vision-blocks", Integer.toString(config.vision().blocks()));
        model.put("decoder-width", Integer.toString(config.decoder().width()));
        model.put("decoder-blocks", Integer.toString(config.decoder().blocks()));
        model.put("heads", Integer.toString(config.decoder().heads()));
        model.put("positions", Integer.toString(config.decoder().positions()));
        Map<String, String> data = new LinkedHashMap<>();
        data.put("alphabet", alphabet);
        data.put("image-size", Integer.toString(config.vision().image()));
        data.put("normalize", "none");
        return Map.of("data", data, "model", model);
    }

    /**
     * Writes a checkpoint's weights as one file, adapters merged into what they stand beside.
     *
     * @throws UserFacingException where there is no whole checkpoint, or the file cannot be written
     */
    static void write(Path model, Path out) {
        Checkpoint checkpoint = Checkpoint.read(model);
        try (SafetensorsFile file = checkpoint.openModel()) {
            ModelConfig config = checkpoint.info().model();
            SafetensorsWriter.write(out, MergedWeights.of(config, file::floats), Map.of("format", "pt"));
        }
    }
}
