package dev.patchbook.sample;

import dev.patchbook.base.CancelToken;
import dev.patchbook.base.UserFacingException;
import dev.patchbook.model.VisionLanguageModel;
import dev.patchbook.plan.Arena;
import dev.patchbook.plan.ExecutionPlan;
import dev.patchbook.plan.Tensor;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import org.nd4j.linalg.api.buffer.DataType;

/**
 * Generates text token by token with the trained graph: the picture is encoded once, keys and values of every token are kept, so
 * each further token costs one token's work (KV cache; Pope et al., 2022). Reads the weights of the moment.
 */
public final class TextGenerator implements AutoCloseable {
    private final ModelRuntime runtime;
    private final Arena arena = new Arena();
    private final Tensor images;
    private final Tensor token = Tensor.zeros(DataType.INT32, 1);
    private final Tensor position = Tensor.zeros(DataType.INT32, 1);
    private final List<Tensor> keys = new ArrayList<>();
    private final List<Tensor> values = new ArrayList<>();
    private final ExecutionPlan encode;
    private final ExecutionPlan next;
    private int length;

    /** A generator for a model; makes its plans. */
    public TextGenerator(ModelRuntime runtime) {
        this.runtime = runtime;
        VisionLanguageModel model = runtime.model();
        int side = runtime.config().vision().image();
        images = Tensor.zeros(DataType.FLOAT, 1, 3, side, side);
        encode = runtime.plan(
                model.encodeGraph(), Map.of(VisionLanguageModel.IMAGES, images), model.cacheSources(), arena);
        Map<String, Tensor> feeds = new HashMap<>();
        feeds.put(VisionLanguageModel.TOKENS, token);
        feeds.put(VisionLanguageModel.POSITION, position);
        int positions = runtime.config().decoder().positions();
        int width = runtime.config().decoder().width();
        for (int i = 0; i < runtime.config().decoder().blocks(); i++) {
            keys.add(Tensor.zeros(DataType.FLOAT, positions, width));
            values.add(Tensor.zeros(DataType.FLOAT, positions, width));
            feeds.put(VisionLanguageModel.keyCache(i), keys.get(i));
            feeds.put(VisionLanguageModel.valueCache(i), values.get(i));
        }
        next = runtime.plan(model.tokenGraph(), feeds, List.of(VisionLanguageModel.LOGITS), arena);
    }

    /**
     * Generates a text.
     *
     * @param choices told each token as it is chosen, the one that stops included
     * @return ids after the prompt, without the one that stopped
     * @throws UserFacingException where there is nothing to start from
     */
    public Generated generate(TextRequest request, CancelToken cancel, Consumer<Choice> choices) {
        float[] logits = start(request);
        Writing writing = new Writing(request, cancel, choices);
        int most = most(request);
        for (int i = 0; i < most && writing.goesOn(logits); i++) {
            if (i < most - 1) {
                logits = feed(writing.last());
            }
        }
        return writing.generated();
    }

    /** How many tokens may be generated: as asked for, as far as there are positions. */
    int most(TextRequest request) {
        int taken = runtime.config().visualTokens() + request.prompt().length - 1;
        return Math.min(request.maxTokens(), runtime.config().decoder().positions() - taken);
    }

    /**
     * Reads the picture and the prompt; returns the scores [V] of what follows.
     *
     * @throws UserFacingException where there is nothing to start from
     */
    float[] start(TextRequest request) {
        int[] prompt = request.prompt();
        checkPrompt(prompt.length, runtime.config().textCapacity());
        encodePicture(request.pixels());
        length = runtime.config().visualTokens();
        for (int i = 0; i < prompt.length - 1; i++) {
            feed(prompt[i]);
        }
        return feed(prompt[prompt.length - 1]);
    }

    /** Reads one more token; returns the scores [V] of what follows. */
    float[] feed(int id) {
        token.ints().put(0, id);
        position.ints().put(0, length++);
        next.run();
        return next.output(VisionLanguageModel.LOGITS).toArray();
    }

    /** How many positions are read. */
    int length() {
        return length;
    }

    /** Keys and values [blocks, 2, D] of the token read last. */
    float[] row() {
        int width = runtime.config().decoder().width();
        float[] row = new float[keys.size() * 2 * width];
        for (int i = 0; i < keys.size(); i++) {
            keys.get(i).get((length - 1) * width, row, 2 * i * width, width);
            values.get(i).get((length - 1) * width, row, (2 * i + 1) * width, width);
        }
        return row;
    }

    /** Goes back to a length, and on from there by tokens that were read before, given by their {@link #row}s. */
    void restore(int from, List<float[]> rows) {
        int width = runtime.config().decoder().width();
        length = from;
        for (float[] row : rows) {
            for (int i = 0; i < keys.size(); i++) {
                keys.get(i).put(length * width, row, 2 * i * width, width);
                values.get(i).put(length * width, row, (2 * i + 1) * width, width);
            }
            length++;
        }
    }

    /**
     * Holds a prompt to what a model takes.
     *
     * @throws UserFacingException where it is empty or too long
     */
    static void checkPrompt(int length, int capacity) {
        if (length == 0) {
            throw new UserFacingException(
                    "This model has no begin token, so a caption needs a prompt to start from.",
                    "Give the first letter or more of a caption.");
        }
        if (length > capacity) {
            throw new UserFacingException(
                    "The prompt takes " + length + " tokens, but the model has room for " + capacity + ".",
                    "Shorten the prompt.");
        }
    }

    private void encodePicture(float[] pixels) {
        images.set(pixels);
        encode.run();
        int width = runtime.config().decoder().width();
        int block = 0;
        for (String source : runtime.model().cacheSources()) {
            Tensor qkv = encode.output(source); // [N, 3D]
            for (int i = 0; i < qkv.size(0); i++) {
                keys.get(block).copy(i * width, qkv, (3 * i + 1) * width, width);
                values.get(block).copy(i * width, qkv, (3 * i + 2) * width, width);
            }
            block++;
        }
    }

    @Override
    public void close() {
        images.close();
        token.close();
        position.close();
        keys.forEach(Tensor::close);
        values.forEach(Tensor::close);
        arena.close();
    }
}
