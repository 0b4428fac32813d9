package dev.patchbook.model;

import dev.patchbook.config.DecoderConfig;
import dev.patchbook.config.ModelConfig;
import dev.patchbook.config.ParameterLayout;
import dev.patchbook.config.PatchInit;
import dev.patchbook.config.Variant;
import dev.patchbook.config.VisionConfig;
import dev.patchbook.plan.Workers;
import dev.patchbook.sample.ModelRuntime;
import java.util.Random;

/** Models small enough for tests, with weights large enough that mistakes show. */
public final class TinyModels {
    private TinyModels() {}

    /** Two blocks each side, two heads, 4 patches, 9 tokens. */
    public static ModelConfig config(Variant variant) {
        return new ModelConfig(
                variant, new VisionConfig(8, 4, 8, 2, 2), new DecoderConfig(6, 2, 2, 24, 9, 8), PatchInit.UNIFORM);
    }

    /** Parameters of a model, norms and CLS included, drawn from N(0, 0.3). */
    public static Parameters parameters(ModelConfig config, long seed) {
        Parameters parameters = new Parameters(ParameterLayout.of(config));
        Random random = new Random(seed);
        for (ParameterLayout.Entry entry : parameters.layout().entries()) {
            float[] numbers = new float[(int) entry.length()];
            for (int i = 0; i < numbers.length; i++) {
                numbers[i] = (float) (0.3 * random.nextGaussian())
                        + (entry.name().matches(".*(ln\\d|ln_f|layer_norm|net\\.1)\\.weight") ? 1 : 0);
            }
            parameters.write(entry.name(), numbers);
        }
        return parameters;
    }

    /** Such a model that runs. */
    public static ModelRuntime runtime(Variant variant, long seed, Workers workers) {
        ModelConfig config = config(variant);
        return new ModelRuntime(config, parameters(config, seed), workers);
    }

    /** Uniform numbers in [0, 1). */
    public static float[] pixels(int count, long seed) {
        Random random = new Random(seed);
        float[] pixels = new float[count];
        for (int i = 0; i < count; i++) {
            pixels[i] = random.nextFloat();
        }
        return pixels;
    }

    /** Ids below a bound. */
    public static int[] ids(int count, int bound, long seed) {
        return new Random(seed).ints(count, 0, bound).toArray();
    }
}
