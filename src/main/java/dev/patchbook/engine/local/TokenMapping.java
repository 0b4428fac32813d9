package dev.patchbook.engine.local;

import dev.patchbook.base.CancelToken;
import dev.patchbook.base.TensorView;
import dev.patchbook.config.ModelConfig;
import dev.patchbook.config.VisionConfig;
import dev.patchbook.engine.TextLook;
import dev.patchbook.engine.TokenMaps;
import dev.patchbook.inspect.TokenAttribution;
import dev.patchbook.inspect.TokenAttribution.Text;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;

/**
 * Works out which patches the tokens of a text rest on, a few tokens or patches a slice: first gradients, then covering one patch
 * after another. All on the weights of its first slice.
 */
final class TokenMapping implements SlicedJob.Slices<TokenMaps> {
    private final LoadedModel model;
    private final TokenAttribution attribution;
    private final Shown shown;
    private final ReadText read;
    private final Text text;
    private final int[] places;
    private final float[] before;
    private final float[] gradient;
    private final float[] occlusion;
    private int token;
    private int patch;

    TokenMapping(LoadedModel now, TextLook look, ImageResolver images) {
        this.model = now.still();
        this.attribution = new TokenAttribution(model.runtime());
        try {
            shown = images.shown(model, look.look().settings().image(), Looks.where(look.look()));
            read = ReadText.of(model, look, shown, new CancelToken());
        } catch (RuntimeException e) {
            close();
            throw e;
        }
        text = new Text(read.read(), read.followed());
        places = read.places();
        int size = places.length * model.config().vision().patches();
        gradient = new float[size];
        occlusion = new float[size];
        before = attribution.logProbabilities(List.of(shown.pixels()), text)[0];
    }

    @Override
    public Optional<TokenMaps> next(LocalJob<?> job) {
        int patches = model.config().vision().patches();
        if (token < places.length) {
            gradients(patches);
            job.report("gradient by patch, characters", token, places.length);
            return Optional.empty();
        }
        cover(patches);
        job.report("covering patches", patch, patches);
        return patch < patches ? Optional.empty() : Optional.of(maps());
    }

    private void gradients(int patches) {
        int[] some = Arrays.copyOfRange(places, token, Math.min(places.length, token + TokenAttribution.BATCH));
        float[][] all = attribution.gradients(shown.pixels(), text, some);
        for (float[] one : all) {
            float[] norms =
                    TokenAttribution.patchNorms(one, model.config().vision()).data();
            System.arraycopy(norms, 0, gradient, token * patches, patches);
            token++;
        }
    }

    private void cover(int patches) {
        VisionConfig vision = model.config().vision();
        List<float[]> some = new ArrayList<>();
        for (int i = patch; i < Math.min(patches, patch + TokenAttribution.BATCH); i++) {
            some.add(TokenAttribution.covered(shown.pixels(), i, vision));
        }
        for (float[] logs : attribution.logProbabilities(some, text)) {
            for (int i = 0; i < places.length; i++) {
                occlusion[i * patches + patch] = before[places[i]] - logs[places[i]];
            }
            patch++;
        }
    }

    private TokenMaps maps() {
        int grid = model.config().vision().grid();
        float[] logs = new float[places.length];
        List<String> names = new ArrayList<>();
        for (int i = 0; i < places.length; i++) {
            logs[i] = before[places[i]];
            names.add(model.tokenizer().text(read.followed()[places[i]]));
        }
        return new TokenMaps(
                shown.resized(),
                grid,
                names,
                new TensorView(logs, places.length),
                model.config().variant().allPatches() ? Optional.of(attention(grid)) : Optional.empty(),
                new TensorView(gradient, places.length, grid, grid),
                new TensorView(occlusion, places.length, grid, grid),
                model.step());
    }

    /** What each position gives to the visual tokens of the patches, mean over blocks and heads. */
    private TensorView attention(int grid) {
        ModelConfig config = model.config();
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
