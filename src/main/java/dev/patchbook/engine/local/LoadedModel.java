package dev.patchbook.engine.local;

import dev.patchbook.config.ModelConfig;
import dev.patchbook.config.Variant;
import dev.patchbook.data.PixelScale;
import dev.patchbook.inspect.AttentionMaps;
import dev.patchbook.inspect.LogitLens;
import dev.patchbook.inspect.PatchMaps;
import dev.patchbook.inspect.VisualTokens;
import dev.patchbook.model.Parameters;
import dev.patchbook.sample.ModelRuntime;
import dev.patchbook.sample.PublishedGenerator;
import dev.patchbook.sample.TextGenerator;
import dev.patchbook.text.Tokenizer;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** A model the engine holds, and what was made to look at it. For the engine's thread. */
final class LoadedModel implements AutoCloseable {
    private final ModelRuntime runtime;
    private final Tokenizer tokenizer;
    private final PixelReading pixels;
    private final Optional<LoadedData> data;
    private final boolean fresh;
    private Optional<String> origin = Optional.empty();
    private long step;
    private int users = 1;
    private @Nullable TextGenerator generator;
    private @Nullable PublishedGenerator published;
    private @Nullable AttentionMaps attention;
    private @Nullable PatchMaps patches;
    private @Nullable LogitLens lens;
    private @Nullable VisualTokens visual;

    /**
     * A model.
     *
     * @param pixels how pictures become what it reads
     * @param data what it was built for or trained on
     * @param fresh whether its weights are starting weights, drawn here
     */
    LoadedModel(
            ModelRuntime runtime, Tokenizer tokenizer, PixelReading pixels, Optional<LoadedData> data, boolean fresh) {
        this.runtime = runtime;
        this.tokenizer = tokenizer;
        this.pixels = pixels;
        this.data = data;
        this.fresh = fresh;
    }

    ModelRuntime runtime() {
        return runtime;
    }

    ModelConfig config() {
        return runtime.config();
    }

    Variant variant() {
        return config().variant();
    }

    int imageSize() {
        return config().vision().image();
    }

    Tokenizer tokenizer() {
        return tokenizer;
    }

    PixelScale scale() {
        return pixels.scale();
    }

    /** What pictures with transparent pixels are laid over, 0xRRGGBB. */
    int background() {
        return pixels.background();
    }

    Optional<LoadedData> data() {
        return data;
    }

    /** Whether its weights are starting weights, drawn here and not read or trained. */
    boolean fresh() {
        return fresh;
    }

    /** Updates the weights have had. */
    long step() {
        return step;
    }

    void step(long updates) {
        step = updates;
    }

    /** The folder its weights come from or were last written to; empty for starting weights. */
    Optional<String> origin() {
        return origin;
    }

    void origin(String folder) {
        origin = Optional.of(folder);
    }

    TextGenerator generator() {
        TextGenerator known = generator;
        if (known == null) {
            known = new TextGenerator(runtime);
            generator = known;
        }
        return known;
    }

    PublishedGenerator publishedGenerator() {
        PublishedGenerator known = published;
        if (known == null) {
            known = new PublishedGenerator(runtime);
            published = known;
        }
        return known;
    }

    AttentionMaps attention() {
        AttentionMaps known = attention;
        if (known == null) {
            known = new AttentionMaps(runtime);
            attention = known;
        }
        return known;
    }

    PatchMaps patches() {
        PatchMaps known = patches;
        if (known == null) {
            known = new PatchMaps(runtime);
            patches = known;
        }
        return known;
    }

    LogitLens lens() {
        LogitLens known = lens;
        if (known == null) {
            known = new LogitLens(runtime);
            lens = known;
        }
        return known;
    }

    VisualTokens visual() {
        VisualTokens known = visual;
        if (known == null) {
            known = new VisualTokens(runtime);
            visual = known;
        }
        return known;
    }

    /** The model with the weights of this moment, for work that must not see them change; whoever asks closes it. */
    LoadedModel still() {
        Parameters weights = new Parameters(runtime.parameters().layout());
        weights.flat().assign(runtime.parameters().flat());
        ModelRuntime copied = new ModelRuntime(config(), weights, runtime.workers());
        LoadedModel still = new LoadedModel(copied, tokenizer, pixels, data, fresh);
        still.step(step);
        origin.ifPresent(still::origin);
        return still;
    }

    /** Keeps it from being freed while a run trains it or captions are written with it. */
    void retain() {
        users++;
    }

    /** Lets go of it; the last to do so frees it. */
    @Override
    public void close() {
        if (--users > 0) {
            return;
        }
        if (generator != null) {
            generator.close();
        }
        if (attention != null) {
            attention.close();
        }
        if (patches != null) {
            patches.close();
        }
        if (lens != null) {
            lens.close();
        }
        if (visual != null) {
            visual.close();
        }
        runtime.close();
    }
}
