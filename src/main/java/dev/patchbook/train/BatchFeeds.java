package dev.patchbook.train;

import dev.patchbook.config.ModelConfig;
import dev.patchbook.data.Batch;
import dev.patchbook.model.VisionLanguageModel;
import dev.patchbook.plan.Tensor;
import java.util.Map;
import org.nd4j.linalg.api.buffer.DataType;

/**
 * The native arrays a loss graph is fed from.
 *
 * @param name what is fed of pictures: {@link VisionLanguageModel#IMAGES} or {@link VisionLanguageModel#IMAGE_EMBEDS}
 * @param pictures [B, 3, S, S], or what vision makes of them
 * @param tokens [B*T]
 * @param targets [B*T]
 * @param dropoutKey one long
 */
record BatchFeeds(String name, Tensor pictures, Tensor tokens, Tensor targets, Tensor dropoutKey)
        implements AutoCloseable {
    static BatchFeeds of(int batch, int tokens, int side) {
        Tensor images = Tensor.zeros(DataType.FLOAT, batch, 3, side, side);
        return of(VisionLanguageModel.IMAGES, images, batch, tokens);
    }

    /** Fed what vision makes of pictures in their place. */
    static BatchFeeds fed(int batch, int tokens, ModelConfig config) {
        int rows = config.variant().allPatches() ? config.vision().tokens() : 1;
        Tensor embeds = Tensor.zeros(
                DataType.FLOAT, (long) batch * rows, config.vision().width());
        return of(VisionLanguageModel.IMAGE_EMBEDS, embeds, batch, tokens);
    }

    private static BatchFeeds of(String name, Tensor pictures, int batch, int tokens) {
        return new BatchFeeds(
                name,
                pictures,
                Tensor.zeros(DataType.INT32, (long) batch * tokens),
                Tensor.zeros(DataType.INT32, (long) batch * tokens),
                Tensor.zeros(DataType.INT64, 1));
    }

    Map<String, Tensor> byName() {
        return Map.of(
                name,
                pictures,
                VisionLanguageModel.TOKENS,
                tokens,
                VisionLanguageModel.TARGETS,
                targets,
                VisionLanguageModel.DROPOUT_KEY,
                dropoutKey);
    }

    /** Copies all but pictures in; where the arrays are longer than its texts, padding that does not count follows. */
    void fill(Batch batch, int pad, long key) {
        dropoutKey.longs().put(0, key);
        int length = tokens.length() / batch.size();
        for (int row = 0; row < batch.size(); row++) {
            tokens.ints().put(row * length, batch.tokens(), row * batch.length(), batch.length());
            targets.ints().put(row * length, batch.targets(), row * batch.length(), batch.length());
            for (int i = row * length + batch.length(); i < (row + 1) * length; i++) {
                tokens.ints().put(i, pad);
                targets.ints().put(i, Batch.IGNORED);
            }
        }
    }

    @Override
    public void close() {
        pictures.close();
        tokens.close();
        targets.close();
        dropoutKey.close();
    }
}
