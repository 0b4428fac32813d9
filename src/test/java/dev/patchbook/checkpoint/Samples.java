package dev.patchbook.checkpoint;

import dev.patchbook.base.CounterHash;
import dev.patchbook.base.TensorView;
import dev.patchbook.config.ModelConfig;
import dev.patchbook.config.ModelSettings;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** A tiny model's files for the tests of this package. */
final class Samples {
    static final Map<String, Map<String, String>> SETTINGS = Map.of(
            "data", Map.of("file", "pictures.csv", "image-size", "16"),
            "model", Map.of("preset", "tiny"),
            "train", Map.of("steps", "20", "seed", "7"));

    private Samples() {}

    static TokenizerFile tokenizer() {
        return new TokenizerFile(List.of("\n", "a", "é", "🙂"), 4, 5, 6);
    }

    static ModelConfig model() {
        return ModelSettings.of(Map.of("preset", "tiny")).config(16, 7, 6);
    }

    static Provenance provenance(long step) {
        return new Provenance("sha256:00ff", 7, step, 2, new Provenance.Versions("0.1", "1.0.0-M2.1 linux", "17.0.15"));
    }

    static CheckpointInfo info(long step) {
        return new CheckpointInfo(SETTINGS, model(), tokenizer(), provenance(step));
    }

    static Map<String, TensorView> values(ModelConfig config, long seed) {
        Map<String, TensorView> values = new LinkedHashMap<>();
        ArticleWeights.shapes(config).forEach((name, shape) -> {
            int count = 1;
            for (int length : shape) {
                count *= length;
            }
            float[] data = new float[count];
            long key = CounterHash.key(seed, 0, name.hashCode());
            for (int i = 0; i < count; i++) {
                data[i] = (float) CounterHash.gaussian(key, i);
            }
            values.put(name, new TensorView(data, shape));
        });
        return values;
    }

    static List<TensorSource> weights(long seed) {
        return TensorSource.of(values(model(), seed));
    }

    static Checkpoint.Moments moments(long seed) {
        return new Checkpoint.Moments(weights(seed + 1), weights(seed + 2));
    }
}
