package dev.patchbook.inspect;

import dev.patchbook.base.TensorView;
import dev.patchbook.config.ModelConfig;
import dev.patchbook.model.VisionLanguageModel;
import dev.patchbook.plan.Arena;
import dev.patchbook.plan.ExecutionPlan;
import dev.patchbook.plan.Tensor;
import dev.patchbook.sample.ModelRuntime;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.nd4j.linalg.api.buffer.DataType;

/** What the decoder is handed of a picture, and how near that is to the text's own tokens. For one thread. */
public final class VisualTokens implements AutoCloseable {
    private static final String TABLE = "decoder.token_embedding_table.weight";

    private final ModelRuntime runtime;
    private final Arena arena = new Arena();
    private final Tensor images;
    private @Nullable ExecutionPlan plan;

    /** For one model; the plan is made when first needed. */
    public VisualTokens(ModelRuntime runtime) {
        this.runtime = runtime;
        int side = runtime.config().vision().image();
        this.images = Tensor.zeros(DataType.FLOAT, 1, 3, side, side);
    }

    /**
     * Cosine of each visual token with the embedding of each token of the text, both before positions are added: [N, V]; 0 where
     * either is all zero. A cosine says in which direction a vector points, not how long it is.
     *
     * @param pixels [3, S, S]
     */
    public TensorView nearness(float[] pixels) {
        ModelConfig config = runtime.config();
        int width = config.decoder().width();
        float[] visual = run(pixels).output(VisionLanguageModel.VISUAL_TOKENS).toArray(); // [N, D]
        float[] table = runtime.parameters().read(TABLE).data(); // [V, D]
        return cosines(visual, table, width);
    }

    /** What vision makes of the whole picture, the CLS token after the final norm: [C]. */
    public float[] embedding(float[] pixels) {
        float[] embeds = run(pixels).output(VisionLanguageModel.IMAGE_EMBEDS).toArray(); // CLS first
        return Arrays.copyOf(embeds, runtime.config().vision().width());
    }

    /** Cosine of each row of a with each row of b. */
    static TensorView cosines(float[] a, float[] b, int width) {
        int rows = a.length / width;
        int columns = b.length / width;
        float[] all = new float[rows * columns];
        for (int i = 0; i < rows; i++) {
            double length = dot(a, i, a, i, width);
            for (int j = 0; j < columns; j++) {
                double lengths = Math.sqrt(length * dot(b, j, b, j, width));
                all[i * columns + j] = lengths == 0 ? 0 : (float) (dot(a, i, b, j, width) / lengths);
            }
        }
        return new TensorView(all, rows, columns);
    }

    private static double dot(float[] a, int i, float[] b, int j, int width) {
        double sum = 0;
        for (int k = 0; k < width; k++) {
            sum += (double) a[i * width + k] * b[j * width + k];
        }
        return sum;
    }

    private ExecutionPlan run(float[] pixels) {
        ExecutionPlan known = plan;
        if (known == null) {
            known = runtime.plan(
                    runtime.model().inspectionGraph(1, 1),
                    Map.of(VisionLanguageModel.IMAGES, images),
                    List.of(VisionLanguageModel.IMAGE_EMBEDS, VisionLanguageModel.VISUAL_TOKENS),
                    arena);
            plan = known;
        }
        images.set(pixels);
        known.run();
        return known;
    }

    @Override
    public void close() {
        images.close();
        arena.close();
    }
}
