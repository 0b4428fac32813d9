package dev.patchbook.engine.local;

import dev.patchbook.base.CancelToken;
import dev.patchbook.base.UserFacingException;
import dev.patchbook.engine.TextLook;
import dev.patchbook.engine.TextLook.Source;
import dev.patchbook.text.Tokenizer;
import dev.patchbook.text.UnknownCharacterException;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;

/**
 * A text as the decoder reads it, and what follows each of its tokens.
 *
 * @param read ids after the visual tokens
 * @param followed for each of them the id that follows; -1 where nothing does
 */
record ReadText(int[] read, int[] followed) {
    /**
     * The text asked for, cut to what the model has room for.
     *
     * @throws UserFacingException where there is none, or a character in it is not known
     */
    static ReadText of(LoadedModel model, TextLook look, Shown shown, CancelToken cancel) {
        Tokenizer tokenizer = model.tokenizer();
        String text = text(model, look, shown, cancel);
        int[] read;
        try {
            read = Looks.text(model, text);
        } catch (UnknownCharacterException e) {
            throw Captioner.unknown("text", e, tokenizer);
        }
        if (read.length == 0
                || (tokenizer.begin().isEmpty()
                        && read.length == 1
                        && tokenizer.end().isEmpty())) {
            throw new UserFacingException(
                    "There is no character to ask about: this model reads the first one before it writes any.",
                    "Give a caption of two characters or more.");
        }
        int[] followed = new int[read.length];
        System.arraycopy(read, 1, followed, 0, read.length - 1);
        boolean whole = tokenizer.encode(text).length + (tokenizer.begin().isPresent() ? 1 : 0) == read.length;
        followed[read.length - 1] = whole ? tokenizer.end().orElse(-1) : -1;
        return new ReadText(read, followed);
    }

    /**
     * A text that was written, cut to what the model has room for: what follows is asked for from its first token after the prompt
     * on.
     *
     * @param ids its tokens after the prompt
     * @throws UserFacingException where it is none of this model's
     */
    static ReadText written(LoadedModel model, String prompt, List<Integer> ids) {
        int[] start;
        try {
            start = Looks.text(model, prompt);
        } catch (UnknownCharacterException e) {
            throw Captioner.unknown("prompt", e, model.tokenizer());
        }
        int vocabulary = model.config().decoder().vocabulary();
        int length = Math.min(start.length + ids.size() - 1, model.config().textCapacity());
        if (start.length == 0 || length < start.length || ids.stream().anyMatch(id -> id < 0 || id >= vocabulary)) {
            throw new UserFacingException("This model cannot have written this caption.", "Run the cell again.");
        }
        int[] all = IntStream.concat(Arrays.stream(start), ids.stream().mapToInt(Integer::intValue))
                .toArray();
        int[] followed = Arrays.copyOfRange(all, 1, length + 1);
        Arrays.fill(followed, 0, start.length - 1, -1);
        return new ReadText(Arrays.copyOf(all, length), followed);
    }

    private static String text(LoadedModel model, TextLook look, Shown shown, CancelToken cancel) {
        boolean written = look.source() == Source.WRITTEN || (look.source() == Source.OWN && shown.file());
        if (!written) {
            return look.source() == Source.GIVEN ? look.text() : shown.caption();
        }
        if (model.tokenizer().begin().isEmpty()) {
            throw new UserFacingException(
                    "This model has no begin token, so it writes nothing without a prompt.",
                    "Give a caption to look at.");
        }
        return Captioner.greedy(model, shown.pixels(), cancel);
    }

    /** Tokens that follow, for display. */
    List<String> names(LoadedModel model) {
        return Arrays.stream(places())
                .mapToObj(place -> model.tokenizer().text(followed[place]))
                .toList();
    }

    /** Indices of the tokens that something follows. */
    int[] places() {
        return IntStream.range(0, read.length).filter(i -> followed[i] >= 0).toArray();
    }
}
