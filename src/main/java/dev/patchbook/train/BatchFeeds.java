package dev.patchbook.train;

import dev.patchbook.data.Batch;
import dev.patchbook.model.VisionLanguageModel;
import dev.patchbook.plan.Tensor;
import java.util.Map;
import org.nd4j.linalg.api.buffer.DataType;

/**
 * The native arrays a loss graph is fed from.
 *
 * @param images [B, 3, S, S]
 * @param tokens [B*T]
 * @param targets [B*T]
 * @param dropoutKey one long
 */
record BatchFeeds(Tensor images, Tensor tokens, Tensor targets, Tensor dropoutKey) implements AutoCloseable {
    static BatchFeeds of(int batch, int tokens, int side) {
        return new BatchFeeds(
                Tensor.zeros(DataType.FLOAT, batch, 3, side, side),
                Tensor.zeros(DataType.INT32, (long) batch * tokens),
                Tensor.zeros(DataType.INT32, (long) batch * tokens),
                Tensor.zeros(DataType.INT64, 1));
    }

    Map<String, Tensor> byName() {
        return Map.of(
                VisionLanguageModel.IMAGES,
                images,
                VisionLanguageModel.TOKENS,
                tokens,
                VisionLanguageModel.TARGETS,
                targets,
                VisionLanguageModel.DROPOUT_KEY,
                dropoutKey);
    }

    /** Copies a batch in; where the arrays are longer than its texts, padding that does not count follows. */
    void fill(Batch batch, int pad, long key) {
        images.set(batch.pixels());
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
        images.close();
        tokens.close();
        targets.close();
        dropoutKey.close();
    }
}
