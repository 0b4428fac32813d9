package dev.patchbook.inspect;

import dev.patchbook.base.Probabilities;
import dev.patchbook.base.TensorView;
import dev.patchbook.config.ModelConfig;
import dev.patchbook.config.VisionConfig;
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

/**
 * Which patches of a picture the tokens of a text rest on, measured at the model's output: by covering patches, and by the
 * gradient of a token's log-probability. A few pictures or tokens at once, with the weights of the moment. For one thread.
 */
public final class TokenAttribution implements AutoCloseable {
    /** How many pictures, or tokens, are dealt with in one go. */
    public static final int BATCH = 4;

    /**
     * A text and what is asked of it.
     *
     * @param read ids the decoder reads after the visual tokens
     * @param followed for each of them the id that follows, whose log-probability is asked for; negative: none
     */
    public record Text(int[] read, int[] followed) {
        /** Checks that both are of one length. */
        public Text {
            if (read.length != followed.length || read.length == 0) {
                throw new IllegalArgumentException(read.length + " read, " + followed.length + " followed");
            }
        }
    }

    /** Plans of one length, what they are fed, and the memory they were laid out in. */
    private record Planned(int length, ExecutionPlan plan, long generation) {}

    private final ModelRuntime runtime;
    private final Arena arena = new Arena();
    private final Tensor images;
    private final Tensor pixelGradient;
    private @Nullable Tensor tokens;
    private @Nullable Tensor targets;
    private @Nullable Planned forward;
    private @Nullable Planned backward;

    /** For one model; plans are made when first needed. */
    public TokenAttribution(ModelRuntime runtime) {
        this.runtime = runtime;
        int side = runtime.config().vision().image();
        this.images = Tensor.zeros(DataType.FLOAT, BATCH, 3, side, side);
        this.pixelGradient = Tensor.zeros(DataType.FLOAT, BATCH, 3, side, side);
    }

    /**
     * Log-probability of each token that follows, for several pictures: [pictures][tokens read]; 0 where none is asked for.
     *
     * @param pictures at most {@link #BATCH}, each [3, S, S]
     */
    public float[][] logProbabilities(List<float[]> pictures, Text text) {
        ModelConfig config = runtime.config();
        Planned planned = forward(InspectionPlans.rounded(text.read.length, config));
        for (int i = 0; i < pictures.size(); i++) {
            images.put(i * pictures.get(i).length, pictures.get(i), 0, pictures.get(i).length);
        }
        feed(text.read, planned.length);
        planned.plan.run();
        Tensor logits = planned.plan.output(VisionLanguageModel.LOGITS); // [B*T, V]
        float[] row = new float[logits.size(1)];
        float[][] all = new float[pictures.size()][text.read.length];
        for (int i = 0; i < all.length; i++) {
            for (int token = 0; token < text.read.length; token++) {
                logits.get((i * planned.length + token) * row.length, row, 0, row.length);
                int followed = text.followed[token];
                all[i][token] = followed < 0 ? 0 : Probabilities.logs(row)[followed];
            }
        }
        return all;
    }

    /**
     * Gradients by the pixels [3, S, S] of the log-probabilities of tokens that follow, one for each place.
     *
     * @param pixels the picture [3, S, S]
     * @param places at most {@link #BATCH} indices of the tokens read
     */
    public float[][] gradients(float[] pixels, Text text, int... places) {
        Planned planned = backward(InspectionPlans.rounded(text.read.length, runtime.config()));
        int[] wanted = new int[BATCH * planned.length];
        Arrays.fill(wanted, -1);
        for (int i = 0; i < BATCH; i++) {
            images.put(i * pixels.length, pixels, 0, pixels.length);
            if (i < places.length) {
                wanted[i * planned.length + places[i]] = text.followed[places[i]];
            }
        }
        feed(text.read, planned.length);
        ids(targets).ints().put(0, wanted);
        planned.plan.run();
        float[][] all = new float[places.length][pixels.length];
        for (int i = 0; i < places.length; i++) {
            pixelGradient.get(i * pixels.length, all[i], 0, pixels.length);
            for (int j = 0; j < pixels.length; j++) {
                all[i][j] *= -places.length; // the loss is the mean of the negative log-probabilities
            }
        }
        return all;
    }

    /**
     * The Euclidean length of what lies on each patch of a picture's gradient: how much the log-probability changes, to first
     * order, with a small change of the patch in the direction that changes it most (after Simonyan et al., 2014); [grid, grid].
     */
    public static TensorView patchNorms(float[] gradient, VisionConfig vision) {
        int side = vision.image();
        double[] squares = new double[vision.patches()];
        for (int i = 0; i < gradient.length; i++) {
            int patch = i / side % side / vision.patch() * vision.grid() + i % side / vision.patch();
            squares[patch] += (double) gradient[i] * gradient[i];
        }
        float[] norms = new float[squares.length];
        for (int i = 0; i < norms.length; i++) {
            norms[i] = (float) Math.sqrt(squares[i]);
        }
        return new TensorView(norms, vision.grid(), vision.grid());
    }

    /** The picture [3, S, S] with one patch in the picture's mean colour (after Zeiler and Fergus, 2014, who used grey). */
    public static float[] covered(float[] pixels, int patch, VisionConfig vision) {
        int side = vision.image();
        float[] covered = pixels.clone();
        for (int colour = 0; colour < 3; colour++) {
            double mean = 0;
            for (int i = 0; i < side * side; i++) {
                mean += pixels[colour * side * side + i] / (double) (side * side);
            }
            int top = patch / vision.grid() * vision.patch();
            int left = patch % vision.grid() * vision.patch();
            for (int y = top; y < top + vision.patch(); y++) {
                int from = (colour * side + y) * side + left;
                Arrays.fill(covered, from, from + vision.patch(), (float) mean);
            }
        }
        return covered;
    }

    private void feed(int[] read, int length) {
        int[] padded = new int[BATCH * length];
        Arrays.fill(padded, runtime.config().decoder().pad());
        for (int i = 0; i < BATCH; i++) {
            System.arraycopy(read, 0, padded, i * length, read.length);
        }
        ids(tokens).ints().put(0, padded);
    }

    private Planned forward(int length) {
        Planned known = forward;
        if (known == null || known.length != length || known.generation != arena.generation()) {
            resize(length);
            Map<String, Tensor> feeds =
                    Map.of(VisionLanguageModel.IMAGES, images, VisionLanguageModel.TOKENS, ids(tokens));
            ExecutionPlan plan = runtime.plan(
                    runtime.model().lossGraph(BATCH, length, 0), feeds, List.of(VisionLanguageModel.LOGITS), arena);
            known = new Planned(length, plan, arena.generation());
            forward = known;
        }
        return known;
    }

    private Planned backward(int length) {
        Planned known = backward;
        if (known == null || known.length != length || known.generation != arena.generation()) {
            resize(length);
            Map<String, Tensor> feeds = Map.of(
                    VisionLanguageModel.IMAGES,
                    images,
                    VisionLanguageModel.TOKENS,
                    ids(tokens),
                    VisionLanguageModel.TARGETS,
                    ids(targets));
            ExecutionPlan plan = runtime.gradientPlan(
                    runtime.model().lossGraph(BATCH, length, 0),
                    feeds,
                    VisionLanguageModel.IMAGES,
                    pixelGradient,
                    arena);
            known = new Planned(length, plan, arena.generation());
            backward = known;
        }
        return known;
    }

    /** Ids of another length; plans of the old one are forgotten with them. */
    private void resize(int length) {
        Tensor known = tokens;
        if (known != null && known.length() == BATCH * length) {
            return;
        }
        closeIds();
        forward = null;
        backward = null;
        tokens = Tensor.zeros(DataType.INT32, (long) BATCH * length);
        targets = Tensor.zeros(DataType.INT32, (long) BATCH * length);
    }

    private static Tensor ids(@Nullable Tensor ids) {
        if (ids == null) {
            throw new IllegalStateException("no plan yet");
        }
        return ids;
    }

    private void closeIds() {
        if (tokens != null) {
            tokens.close();
        }
        if (targets != null) {
            targets.close();
        }
    }

    @Override
    public void close() {
        closeIds();
        images.close();
        pixelGradient.close();
        arena.close();
    }
}
