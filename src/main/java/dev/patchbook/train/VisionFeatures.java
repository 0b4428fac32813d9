package dev.patchbook.train;

import dev.patchbook.data.Batch;
import dev.patchbook.data.picture.StoredPicture;
import dev.patchbook.model.VisionLanguageModel;
import dev.patchbook.plan.Arena;
import dev.patchbook.plan.ExecutionPlan;
import dev.patchbook.plan.Tensor;
import dev.patchbook.sample.ModelRuntime;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.nd4j.linalg.api.buffer.DataType;

/**
 * What a frozen vision encoder makes of pictures, computed once for each and kept while there is room. Every picture goes through by
 * itself, so that what comes out depends on it alone, not on the batch it was first seen in: a resumed run gives the same bits.
 */
public final class VisionFeatures implements AutoCloseable {
    /** Bytes kept at most: an eighth of what Java may use, but no more than 512 MB. */
    static final long USUAL_ROOM = Math.min(512L << 20, Runtime.getRuntime().maxMemory() / 8);

    private final Arena arena = new Arena();
    private final Tensor image;
    private final ExecutionPlan plan;
    private final int length;
    private final long most;
    private final Map<String, float[]> kept = new HashMap<>();

    /** Features by a model, as it is from now on. */
    public VisionFeatures(ModelRuntime runtime) {
        this(runtime, USUAL_ROOM);
    }

    VisionFeatures(ModelRuntime runtime, long room) {
        int side = runtime.config().vision().image();
        this.image = Tensor.zeros(DataType.FLOAT, 1, 3, side, side);
        this.plan = runtime.plan(
                runtime.model().visionGraph(),
                Map.of(VisionLanguageModel.IMAGES, image),
                List.of(VisionLanguageModel.IMAGE_EMBEDS),
                arena);
        this.length = plan.output(VisionLanguageModel.IMAGE_EMBEDS).length();
        this.most = room / ((long) length * Float.BYTES);
    }

    /**
     * The features of a batch, picture after picture.
     *
     * @param pictures what the batch's pixels were made from
     */
    public float[] of(Batch batch, List<StoredPicture> pictures) {
        float[] all = new float[batch.size() * length];
        int pixels = batch.pixels().length / batch.size();
        for (int i = 0; i < pictures.size(); i++) {
            String hash = pictures.get(i).hash();
            float[] features = kept.get(hash);
            if (features == null) {
                features = compute(Arrays.copyOfRange(batch.pixels(), i * pixels, (i + 1) * pixels));
                if (kept.size() < most) {
                    kept.put(hash, features);
                }
            }
            System.arraycopy(features, 0, all, i * length, length);
        }
        return all;
    }

    private float[] compute(float[] pixels) {
        image.set(pixels);
        plan.run();
        return plan.output(VisionLanguageModel.IMAGE_EMBEDS).toArray();
    }

    /** How many pictures' features are kept. */
    int kept() {
        return kept.size();
    }

    @Override
    public void close() {
        kept.clear();
        image.close();
        arena.close();
    }
}
