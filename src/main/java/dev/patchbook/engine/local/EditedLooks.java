package dev.patchbook.engine.local;

import dev.patchbook.base.CancelToken;
import dev.patchbook.base.Picture;
import dev.patchbook.base.UserFacingException;
import dev.patchbook.engine.EditLook;
import dev.patchbook.engine.EditView;
import dev.patchbook.engine.PatchEdit;
import dev.patchbook.sample.Generated;
import dev.patchbook.sample.Sampler;
import dev.patchbook.sample.TextRequest;
import dev.patchbook.text.Tokenizer;
import java.util.Arrays;

/** Captions of pictures with patches made otherwise. */
final class EditedLooks {
    private static final int MOST = 64;

    private EditedLooks() {}

    static EditView of(LoadedModel model, EditLook look, ImageResolver images, CancelToken cancel) {
        ImageResolver.Where where = Looks.where(look.look());
        Shown shown = images.shown(model, look.look().settings().image(), where);
        int grid = model.config().vision().grid();
        boolean swaps = look.edits().stream().anyMatch(edit -> edit.kind() == PatchEdit.Kind.SWAP);
        Picture other = swaps ? images.shown(model, look.other(), where).resized() : shown.resized();
        check(look, grid);
        Picture edited = PatchEdits.apply(shown.resized(), other, grid, look.edits());
        float[] pixels = shown.pixels();
        float[] changed = new float[pixels.length];
        model.scale().scale(PatchEdits.values(edited), changed, 0);
        String written = caption(model, pixels, shown.caption(), cancel);
        String rewritten = caption(model, changed, shown.caption(), cancel);
        String own = shown.caption().isEmpty() ? written : shown.caption();
        return new EditView(
                shown.resized(),
                edited,
                grid,
                written,
                rewritten,
                own,
                likely(model, pixels, own, cancel),
                likely(model, changed, own, cancel),
                model.step());
    }

    private static void check(EditLook look, int grid) {
        if (look.edits().stream().anyMatch(edit -> edit.patch() < 0 || edit.patch() >= grid * grid)) {
            throw new UserFacingException(
                    "There is no such patch: the picture is cut into " + grid + " x " + grid + ".",
                    "Choose patches of the picture shown.");
        }
    }

    /** The likeliest caption; without a begin token it starts with the first character of the picture's own. */
    static String caption(LoadedModel model, float[] pixels, String own, CancelToken cancel) {
        Tokenizer tokenizer = model.tokenizer();
        String prompt =
                tokenizer.begin().isPresent() || own.isEmpty() ? "" : own.substring(0, own.offsetByCodePoints(0, 1));
        if (prompt.isEmpty() && tokenizer.begin().isEmpty()) {
            throw new UserFacingException(
                    "This model has no begin token, so it writes nothing without a prompt.",
                    "Look at a row of the data: its caption's first letter is the prompt.");
        }
        int most = Math.min(MOST, model.config().textCapacity() - 1);
        TextRequest text = TextRequest.of(pixels, prompt, most, tokenizer, Sampler.greedy());
        Generated generated = model.generator().generate(text, cancel, choice -> {});
        return prompt + tokenizer.decode(generated.ids());
    }

    private static double likely(LoadedModel model, float[] pixels, String text, CancelToken cancel) {
        Tokenizer tokenizer = model.tokenizer();
        int[] ids = tokenizer.encode(text);
        boolean begins = tokenizer.begin().isPresent();
        int room = model.config().textCapacity() - (begins ? 1 : 0);
        int[] fits = Arrays.copyOf(ids, Math.min(ids.length, room));
        if (fits.length < (begins ? 1 : 2)) {
            return 0;
        }
        int[] prompt = {begins ? tokenizer.begin().getAsInt() : fits[0]};
        int[] rest = begins ? fits : Arrays.copyOfRange(fits, 1, fits.length);
        TextRequest read =
                new TextRequest(pixels, prompt, rest.length, new int[0], Sampler.along(Sampler.greedy(), rest));
        Scoring scoring = new Scoring(tokenizer);
        Captioner.generate(model, read, false, cancel, scoring::add);
        return scoring.logProbability();
    }
}
