package dev.patchbook.inspect;

import dev.patchbook.base.TensorView;
import dev.patchbook.config.VisionConfig;
import dev.patchbook.model.VisionLanguageModel;
import dev.patchbook.plan.Arena;
import dev.patchbook.plan.ExecutionPlan;
import dev.patchbook.plan.Tensor;
import dev.patchbook.sample.ModelRuntime;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.nd4j.linalg.api.buffer.DataType;

/** What a model makes of each patch of a picture, and of the places patches have. For one thread. */
public final class PatchMaps implements AutoCloseable {
    private final ModelRuntime runtime;
    private final Arena arena = new Arena();
    private final Tensor images;
    private @Nullable ExecutionPlan plan;

    /** For one model; the plan is made when first needed. */
    public PatchMaps(ModelRuntime runtime) {
        this.runtime = runtime;
        int side = runtime.config().vision().image();
        this.images = Tensor.zeros(DataType.FLOAT, 1, 3, side, side);
    }

    /**
     * The Euclidean length of each patch's embedding, before positions are added: [grid, grid].
     *
     * @param pixels [3, S, S]
     */
    public TensorView norms(float[] pixels) {
        VisionConfig vision = runtime.config().vision();
        float[] embeddings = embeddings(pixels).data();
        float[] norms = new float[vision.patches()];
        for (int i = 0; i < norms.length; i++) {
            norms[i] = (float) Math.sqrt(dot(embeddings, i, i, vision.width()));
        }
        return new TensorView(norms, vision.grid(), vision.grid());
    }

    /** Each patch's embedding, before positions are added: [patches, C]. */
    public TensorView embeddings(float[] pixels) {
        ExecutionPlan ready = ready();
        images.set(pixels);
        ready.run();
        VisionConfig vision = runtime.config().vision();
        float[] embeddings = ready.output(VisionLanguageModel.PATCH_EMBEDDINGS).toArray();
        return new TensorView(embeddings, vision.patches(), vision.width());
    }

    /** The weights of the patch projection, a filter a channel: [C, 3, P, P]. */
    public TensorView filters() {
        return runtime.parameters().read("vision_encoder.patch_embedding.conv.weight");
    }

    /**
     * Cosine of the learned positions of each pair of tokens, CLS first: [tokens, tokens]; 0 where a position is all zero
     * (as in Dosovitskiy et al., 2020, figure 7).
     */
    public TensorView positions() {
        VisionConfig vision = runtime.config().vision();
        int width = vision.width();
        int tokens = vision.tokens();
        float[] table =
                runtime.parameters().read("vision_encoder.pos_embedding").data(); // [1, tokens, C]
        float[] cosines = new float[tokens * tokens];
        for (int i = 0; i < tokens; i++) {
            for (int j = 0; j <= i; j++) {
                double lengths = Math.sqrt(dot(table, i, i, width) * dot(table, j, j, width));
                float cosine = lengths == 0 ? 0 : (float) (dot(table, i, j, width) / lengths);
                cosines[i * tokens + j] = cosine;
                cosines[j * tokens + i] = cosine;
            }
        }
        return new TensorView(cosines, tokens, tokens);
    }

    private static double dot(float[] rows, int a, int b, int width) {
        double sum = 0;
        for (int i = 0; i < width; i++) {
            sum += (double) rows[a * width + i] * rows[b * width + i];
        }
        return sum;
    }

    private ExecutionPlan ready() {
        ExecutionPlan known = plan;
        if (known == null) {
            known = runtime.plan(
                    runtime.model().inspectionGraph(1, 1),
                    Map.of(VisionLanguageModel.IMAGES, images),
                    List.of(VisionLanguageModel.PATCH_EMBEDDINGS),
                    arena);
            plan = known;
        }
        return known;
    }

    @Override
    public void close() {
        images.close();
        arena.close();
    }
}
