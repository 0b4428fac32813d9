package dev.patchbook.engine.local;

import dev.patchbook.base.CancelToken;
import dev.patchbook.engine.TextLook;
import dev.patchbook.engine.TokenMaps;
import java.util.Optional;

/**
 * Works out which patches the tokens of a text rest on, a few tokens or patches a slice: first gradients, then covering one patch
 * after another. All on the weights of its first slice.
 */
final class TokenMapping implements SlicedJob.Slices<TokenMaps> {
    private final LoadedModel model;
    private final Shown shown;
    private final ReadText read;
    private final TextAttribution work;
    private boolean traced;

    TokenMapping(LoadedModel now, TextLook look, ImageResolver images) {
        this.shown = images.shown(now, look.look().settings().image(), Looks.where(look.look()));
        this.read = ReadText.of(now, look, shown, new CancelToken());
        this.model = now.still();
        this.work = new TextAttribution(model, shown, read);
    }

    @Override
    public Optional<TokenMaps> next(LocalJob<?> job) {
        if (!traced) {
            traced = work.gradients(job);
            return Optional.empty();
        }
        return work.cover(job) ? Optional.of(maps()) : Optional.empty();
    }

    private TokenMaps maps() {
        return new TokenMaps(
                shown.resized(),
                model.config().vision().grid(),
                read.names(model),
                work.logs(),
                model.config().variant().allPatches()
                        ? Optional.of(TextAttribution.attention(model, shown, read))
                        : Optional.empty(),
                work.gradient(),
                work.covering(),
                model.step());
    }

    @Override
    public void close() {
        work.close();
    }
}
