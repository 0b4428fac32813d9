package dev.patchbook.engine.local;

import dev.patchbook.base.CancelToken;
import dev.patchbook.config.VisionConfig;
import dev.patchbook.engine.AttentionView;
import dev.patchbook.engine.LookRequest;
import dev.patchbook.engine.PatchView;
import dev.patchbook.inspect.AttentionMaps;
import dev.patchbook.text.Tokenizer;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;

/** Looks into models for the port. */
final class Looks {
    private Looks() {}

    static PatchView patches(LoadedModel model, LookRequest request, ImageResolver images) {
        ImageResolver.Where where = where(request);
        String image = request.settings().image();
        Shown shown = images.shown(model, image, where);
        VisionConfig vision = model.config().vision();
        return new PatchView(
                images.original(model, image, where),
                shown.resized(),
                vision.grid(),
                vision.patch(),
                model.patches().norms(shown.pixels()),
                model.patches().positions());
    }

    static ImageResolver.Where where(LookRequest request) {
        return new ImageResolver.Where(request.folder(), request.allowOutside());
    }

    static AttentionView attention(LoadedModel model, LookRequest request, ImageResolver images, CancelToken cancel) {
        Shown shown = images.shown(model, request.settings().image(), where(request));
        String caption = shown.file() ? Captioner.greedy(model, shown.pixels(), cancel) : shown.caption();
        cancel.throwIfCancelled();
        int[] text = text(model, caption);
        AttentionMaps.Maps maps = model.attention().of(shown.pixels(), text);
        return new AttentionView(
                shown.resized(),
                model.config().vision().grid(),
                maps.vision(),
                maps.text(),
                names(model, text),
                model.config().visualTokens(),
                model.step());
    }

    /** What the decoder reads of a caption, cut to what it has room for. */
    static int[] text(LoadedModel model, String caption) {
        Tokenizer tokenizer = model.tokenizer();
        int[] ids = IntStream.concat(tokenizer.begin().stream(), Arrays.stream(tokenizer.encode(caption)))
                .toArray();
        return Arrays.copyOf(ids, Math.min(ids.length, model.config().textCapacity()));
    }

    /** Names of a sequence's tokens, visual ones first. */
    static List<String> names(LoadedModel model, int[] text) {
        List<String> names = new ArrayList<>();
        for (int i = 0; i < model.config().visualTokens(); i++) {
            names.add(i == 0 ? "<cls>" : "<patch " + (i - 1) + ">");
        }
        for (int id : text) {
            names.add(model.tokenizer().text(id));
        }
        return List.copyOf(names);
    }
}
