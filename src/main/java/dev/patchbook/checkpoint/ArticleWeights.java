package dev.patchbook.checkpoint;

import dev.patchbook.base.UserFacingException;
import dev.patchbook.config.DecoderConfig;
import dev.patchbook.config.ModelConfig;
import dev.patchbook.config.ParameterLayout;
import dev.patchbook.config.PatchInit;
import dev.patchbook.config.SettingException;
import dev.patchbook.config.Variant;
import dev.patchbook.config.VisionConfig;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;

/** Weights saved by the articles' code: the model's sizes are read off the shapes. */
public final class ArticleWeights {
    /** The causal mask, which some versions of the articles' code store beside the weights. */
    private static final String MASK = ".tril";

    private ArticleWeights() {}

    /**
     * The sizes of the model the weights are of. The pad token is the last id.
     *
     * @param variant its switches, which the shapes do not tell
     * @throws UserFacingException where a tensor is missing, unknown, or does not fit the others
     */
    public static ModelConfig config(SafetensorsFile file, Variant variant) {
        try {
            ModelConfig config = sizes(file, variant);
            ModelBounds.check(config);
            requireAll(file, config);
            return config;
        } catch (SettingException e) {
            throw new UserFacingException(
                    "The shapes in " + file.path() + " do not fit each other: " + e.what(),
                    "Save the weights of a whole model as the articles build it.",
                    e);
        }
    }

    /**
     * The weights to write, in the order files have.
     *
     * @param config what {@link #config} gave
     */
    public static List<TensorSource> tensors(SafetensorsFile file, ModelConfig config) {
        List<TensorSource> tensors = new ArrayList<>();
        shapes(config).forEach((name, shape) -> tensors.add(new TensorSource(name, shape, () -> file.floats(name))));
        return tensors;
    }

    /**
     * Checks that a file holds every parameter of a model, in its shape, and nothing else but stored masks.
     *
     * @throws UserFacingException naming the first tensor that is missing, unknown or of another shape
     */
    static void requireAll(SafetensorsFile file, ModelConfig config) {
        // Told first, so that a small file cannot make a huge list of names.
        long least = 3L * config.vision().blocks() * config.vision().heads()
                + 3L * config.decoder().blocks() * config.decoder().heads();
        if (file.names().size() < least) {
            throw new UserFacingException(
                    file.path() + " has " + file.names().size() + " tensors, fewer than the model needs.",
                    "Save the weights of a whole model.");
        }
        Set<String> unknown = file.names().stream()
                .filter(name -> !name.endsWith(MASK))
                .collect(Collectors.toCollection(TreeSet::new));
        for (Map.Entry<String, int[]> parameter : shapes(config).entrySet()) {
            file.require(parameter.getKey(), parameter.getValue());
            unknown.remove(parameter.getKey());
        }
        if (!unknown.isEmpty()) {
            throw new UserFacingException(
                    file.path() + " has a tensor " + unknown.iterator().next() + ", which the model has not.",
                    "Check that variant and weights belong together.");
        }
    }

    /** Shape of every parameter by name, in the order files have. */
    static Map<String, int[]> shapes(ModelConfig config) {
        Map<String, int[]> shapes = new LinkedHashMap<>();
        for (ParameterLayout.Entry entry : ParameterLayout.of(config).entries()) {
            shapes.put(
                    entry.name(),
                    Arrays.stream(entry.shape()).mapToInt(Math::toIntExact).toArray());
        }
        return shapes;
    }

    private static ModelConfig sizes(SafetensorsFile file, Variant variant) {
        int[] conv = shape(file, "vision_encoder.patch_embedding.conv.weight", 4);
        int[] places = shape(file, "vision_encoder.pos_embedding", 3);
        int grid = (int) Math.round(Math.sqrt(Math.max(0, places[1] - 1)));
        int[] tokens = shape(file, "decoder.token_embedding_table.weight", 2);
        int[] positions = shape(file, "decoder.position_embedding_table.weight", 2);
        VisionConfig vision = new VisionConfig(
                (int) Math.min(Integer.MAX_VALUE, (long) grid * conv[2]),
                conv[2],
                conv[0],
                count(file, "vision_encoder.blocks.", ".ln1.weight"),
                count(file, "vision_encoder.blocks.0.attn.heads.", ".key.weight"));
        DecoderConfig decoder = new DecoderConfig(
                tokens[1],
                count(file, "decoder.blocks.", ".ln1.weight"),
                count(file, "decoder.blocks.0.attn.heads.", ".key.weight"),
                positions[0],
                tokens[0],
                tokens[0] - 1);
        return new ModelConfig(variant, vision, decoder, PatchInit.UNIFORM);
    }

    private static int[] shape(SafetensorsFile file, String name, int dimensions) {
        int[] shape = file.shape(name);
        if (shape.length != dimensions) {
            throw new UserFacingException(
                    "Tensor " + name + " in " + file.path() + " has " + shape.length + " dimensions instead of "
                            + dimensions + ".",
                    "Save the weights of a whole model as the articles build it.");
        }
        return shape;
    }

    /** How many tensors are named PREFIX i SUFFIX for i = 0, 1, 2 and so on. */
    private static int count(SafetensorsFile file, String prefix, String suffix) {
        int count = 0;
        while (file.has(prefix + count + suffix)) {
            count++;
        }
        return count;
    }
}
