package dev.patchbook.engine.local;

import dev.patchbook.base.TensorView;
import dev.patchbook.config.ModelConfig;
import dev.patchbook.config.VisionConfig;
import dev.patchbook.inspect.TokenAttribution;
import dev.patchbook.inspect.TokenAttribution.Text;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;

/** What the patches of a picture have to do with the tokens of a text, worked out a few tokens or patches at a time. */
final class TextAttribution implements AutoCloseable {
    private final LoadedModel model;
    private final TokenAttribution attribution;
    private final Shown shown;
    private final Text text;
    private final int[] places;
    private final int patches;
    private final float[] before;
    private final float[] gradient;
    private final float[] covering;
    private int token;
    private int patch;

    /** Takes a model over whose weights do not change meanwhile, and closes it in the end. */
    TextAttribution(LoadedModel still, Shown shown, ReadText read) {
        this.model = still;
        this.shown = shown;
        this.attribution = new TokenAttribution(still.runtime());
        this.text = new Text(read.read(), read.followed());
        this.places = read.places();
        this.patches = still.config().vision().patches();
        this.gradient = new float[places.length * patches];
        this.covering = new float[places.length * patches];
        this.before = attribution.logProbabilities(List.of(shown.pixels()), text)[0];
    }

    /** Gradients of the next few tokens; whether all are there. */
    boolean gradients(LocalJob<?> job) {
        int[] some = Arrays.copyOfRange(places, token, Math.min(places.length, token + TokenAttribution.BATCH));
        float[][] all = some.length == 0 ? new float[0][] : attribution.gradients(shown.pixels(), text, some);
        for (float[] one : all) {
            float[] norms =
                    TokenAttribution.patchNorms(one, model.config().vision()).data();
            System.arraycopy(norms, 0, gradient, token * patches, patches);
            token++;
        }
        job.report("gradient by patch, characters", token, places.length);
        return token == places.length;
    }

    /** Covers the next few patches; whether all are done. */
    boolean cover(LocalJob<?> job) {
        VisionConfig vision = model.config().vision();
        List<float[]> some = new ArrayList<>();
        for (int i = patch; i < Math.min(patches, patch + TokenAttribution.BATCH); i++) {
            some.add(TokenAttribution.covered(shown.pixels(), i, vision));
        }
        for (float[] logs : attribution.logProbabilities(some, text)) {
            for (int i = 0; i < places.length; i++) {
                covering[i * patches + patch] = before[places[i]] - logs[places[i]];
            }
            patch++;
        }
        job.report("covering patches", patch, patches);
        return patch == patches;
    }

    /** Lengths of gradients [tokens, grid, grid]. */
    TensorView gradient() {
        return maps(gradient);
    }

    /** Falls of log-probabilities [tokens, grid, grid]. */
    TensorView covering() {
        return maps(covering);
    }

    private TensorView maps(float[] all) {
        int grid = model.config().vision().grid();
        return new TensorView(all, places.length, grid, grid);
    }

    /** Log-probabilities [tokens]. */
    TensorView logs() {
        float[] logs = new float[places.length];
        for (int i = 0; i < places.length; i++) {
            logs[i] = before[places[i]];
        }
        return new TensorView(logs, places.length);
    }

    /** What each position gives to the visual tokens of the patches, mean over blocks and heads: [tokens, grid, grid]. */
    static TensorView attention(LoadedModel model, Shown shown, ReadText read) {
        ModelConfig config = model.config();
        int grid = config.vision().grid();
        int[] places = read.places();
        TensorView maps = model.attention().of(shown.pixels(), read.read()).text();
        int heads = maps.shape()[0] * maps.shape()[1];
        int sequence = maps.shape()[2];
        int first = config.visualTokens() - grid * grid;
        float[] all = new float[places.length * grid * grid];
        for (int i = 0; i < places.length; i++) {
            int query = config.visualTokens() + places[i];
            for (int at = 0; at < grid * grid; at++) {
                int key = first + at;
                double sum = IntStream.range(0, heads)
                        .mapToDouble(head -> maps.data()[(head * sequence + query) * sequence + key])
                        .sum();
                all[i * grid * grid + at] = (float) (sum / heads);
            }
        }
        return new TensorView(all, places.length, grid, grid);
    }

    @Override
    public void close() {
        attribution.close();
        model.close();
    }
}
