package dev.patchbook.engine.local;

import dev.patchbook.base.TensorView;
import dev.patchbook.base.UserFacingException;
import dev.patchbook.engine.TokenTrace;
import dev.patchbook.engine.TraceLook;
import dev.patchbook.engine.TraceLook.Way;
import java.util.Optional;

/**
 * Works out, in one way of telling, which patches the tokens of a written text rest on: attention at once, what takes longer a few
 * tokens or patches a slice, on the weights of the first.
 */
final class TokenTracing implements SlicedJob.Slices<TokenTrace> {
    private final LoadedModel model;
    private final Shown shown;
    private final ReadText read;
    private final Way way;
    private final TextAttribution work;

    private TokenTracing(LoadedModel still, Shown shown, ReadText read, Way way) {
        this.model = still;
        this.shown = shown;
        this.read = read;
        this.way = way;
        this.work = new TextAttribution(still, shown, read);
    }

    static SlicedJob.Slices<TokenTrace> of(LoadedModel now, TraceLook look, ImageResolver images) {
        boolean attends = now.config().variant().allPatches();
        Way way = look.way().orElse(attends ? Way.ATTENTION : Way.GRADIENT);
        if (way == Way.ATTENTION && !attends) {
            throw new UserFacingException(
                    "This decoder sees the picture as one token: no character attends to single patches.",
                    "Look at the gradient, or cover patches.");
        }
        Shown shown = images.shown(now, look.look().settings().image(), Looks.where(look.look()));
        ReadText read = ReadText.written(now, look.prompt(), look.ids());
        return way == Way.ATTENTION
                ? job -> Optional.of(attention(now, shown, read))
                : new TokenTracing(now.still(), shown, read, way);
    }

    private static TokenTrace attention(LoadedModel model, Shown shown, ReadText read) {
        TensorView lens = model.lens().of(shown.pixels(), read.read());
        int last = lens.shape()[0] - 1;
        int[] places = read.places();
        float[] logs = new float[places.length];
        for (int i = 0; i < places.length; i++) {
            logs[i] = lens.at(last, model.config().visualTokens() + places[i], read.followed()[places[i]]);
        }
        TensorView maps = TextAttribution.attention(model, shown, read);
        return trace(model, shown, read, Way.ATTENTION, new TensorView(logs, logs.length), maps);
    }

    private static TokenTrace trace(
            LoadedModel model, Shown shown, ReadText read, Way way, TensorView logs, TensorView maps) {
        return new TokenTrace(
                shown.resized(),
                model.config().vision().grid(),
                way,
                model.config().variant().allPatches(),
                read.names(model),
                logs,
                maps,
                model.step());
    }

    @Override
    public Optional<TokenTrace> next(LocalJob<?> job) {
        boolean all = way == Way.GRADIENT ? work.gradients(job) : work.cover(job);
        TensorView maps = way == Way.GRADIENT ? work.gradient() : work.covering();
        return all ? Optional.of(trace(model, shown, read, way, work.logs(), maps)) : Optional.empty();
    }

    @Override
    public void close() {
        work.close();
    }
}
