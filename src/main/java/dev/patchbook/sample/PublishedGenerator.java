package dev.patchbook.sample;

import dev.patchbook.base.CancelToken;
import dev.patchbook.base.UserFacingException;
import dev.patchbook.model.VisionLanguageModel;
import dev.patchbook.plan.Arena;
import dev.patchbook.plan.ExecutionPlan;
import dev.patchbook.plan.Tensor;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import org.nd4j.linalg.api.buffer.DataType;

/**
 * Generates text as the articles' {@code generate()} does, which is not the trained graph: with x the visual token and the
 * prompt's embeddings, each round adds positions to x and runs it through the blocks, takes the head of the last row without the
 * final norm, and appends the chosen token's embedding to the rows that came out of the blocks. Old rows thus go through the
 * blocks again each time.
 */
public final class PublishedGenerator {
    private static final int ROUND = 16;
    private final ModelRuntime runtime;
    private ExecutionPlan plan;
    private Tensor sequence;

    /**
     * A generator for a model with one visual token.
     *
     * @throws UserFacingException for a model that shows its decoder every patch
     */
    public PublishedGenerator(ModelRuntime runtime) {
        if (runtime.config().variant().allPatches()) {
            throw new UserFacingException(
                    "The articles' way of generating knows one visual token, but this model has "
                            + runtime.config().visualTokens() + ".",
                    "Generate without it.");
        }
        this.runtime = runtime;
        this.sequence =
                Tensor.zeros(DataType.FLOAT, ROUND, runtime.config().decoder().width());
        this.plan = plan(ROUND);
    }

    private ExecutionPlan plan(int length) {
        sequence =
                Tensor.zeros(DataType.FLOAT, length, runtime.config().decoder().width());
        return runtime.plan(
                runtime.model().publishedGraph(length),
                Map.of(VisionLanguageModel.SEQUENCE, sequence),
                List.of(VisionLanguageModel.BLOCKS_OUT, VisionLanguageModel.LOGITS),
                new Arena());
    }

    /** Generates a text; as {@link TextGenerator#generate}. */
    public Generated generate(TextRequest request, CancelToken cancel, Consumer<Choice> choices) {
        TextGenerator.checkPrompt(request.prompt().length, runtime.config().textCapacity());
        int width = runtime.config().decoder().width();
        int vocabulary = runtime.config().decoder().vocabulary();
        float[] table = runtime.parameters()
                .read("decoder.token_embedding_table.weight")
                .data();
        float[] rows = start(request, table);
        int length = 1 + request.prompt().length;
        Writing writing = new Writing(request, cancel, choices);
        int most = Math.min(request.maxTokens(), runtime.config().decoder().positions() - length + 1);
        for (int i = 0; i < most; i++) {
            rows = round(rows, length);
            float[] logits = new float[vocabulary];
            plan.output(VisionLanguageModel.LOGITS).get((length - 1) * vocabulary, logits, 0, vocabulary);
            if (!writing.goesOn(logits)) {
                break;
            }
            rows = append(rows, length++, table, writing.last() * width);
        }
        return writing.generated();
    }

    /** One round: x to blocks(x + positions), [L, D]. */
    private float[] round(float[] rows, int length) {
        if (length > sequence.size(0)) {
            int positions = runtime.config().decoder().positions();
            plan = plan(Math.min(positions, (length + ROUND - 1) / ROUND * ROUND));
        }
        sequence.put(0, rows, 0, rows.length); // rows after them change nothing: the mask is causal
        plan.run();
        float[] out = new float[rows.length];
        plan.output(VisionLanguageModel.BLOCKS_OUT).get(0, out, 0, out.length);
        return out;
    }

    /** The visual token and the prompt's embeddings [1 + prompt, D]. */
    private float[] start(TextRequest request, float[] table) {
        int width = runtime.config().decoder().width();
        int side = runtime.config().vision().image();
        Tensor images = Tensor.zeros(DataType.FLOAT, 1, 3, side, side);
        images.set(request.pixels());
        ExecutionPlan encode = runtime.plan(
                runtime.model().encodeGraph(),
                Map.of(VisionLanguageModel.IMAGES, images),
                List.of(VisionLanguageModel.VISUAL_TOKENS),
                new Arena());
        encode.run();
        float[] rows = encode.output(VisionLanguageModel.VISUAL_TOKENS).toArray();
        for (int i = 0; i < request.prompt().length; i++) {
            rows = append(rows, 1 + i, table, request.prompt()[i] * width);
        }
        return rows;
    }

    private float[] append(float[] rows, int length, float[] table, int at) {
        int width = runtime.config().decoder().width();
        float[] longer = Arrays.copyOf(rows, (length + 1) * width);
        System.arraycopy(table, at, longer, length * width, width);
        return longer;
    }
}
