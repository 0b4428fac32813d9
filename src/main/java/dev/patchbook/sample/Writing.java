package dev.patchbook.sample;

import dev.patchbook.base.CancelToken;
import dev.patchbook.base.NoRepeat;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.function.Consumer;
import java.util.stream.Collectors;

/** A text while it is written token by token: what there is of it, what is told of each choice, and when it ends. */
final class Writing {
    private final TextRequest request;
    private final CancelToken cancel;
    private final Consumer<Choice> choices;
    private final List<Integer> text;
    private boolean stopped;

    Writing(TextRequest request, CancelToken cancel, Consumer<Choice> choices) {
        this.request = request;
        this.cancel = cancel;
        this.choices = choices;
        this.text = Arrays.stream(request.prompt()).boxed().collect(Collectors.toCollection(ArrayList::new));
    }

    /** Chooses what follows from its scores [V]; whether the text goes on. */
    boolean goesOn(float[] logits) {
        cancel.throwIfCancelled();
        float[] allowed = NoRepeat.masked(logits, NoRepeat.refused(text, request.noRepeat()));
        int index = text.size() - request.prompt().length;
        int chosen = request.sampler().next(allowed, index);
        choices.accept(new Choice(index, chosen, logits, allowed));
        stopped = request.stopsAt(chosen);
        if (!stopped) {
            text.add(chosen);
        }
        return !stopped;
    }

    /** The token chosen last. */
    int last() {
        return text.get(text.size() - 1);
    }

    Generated generated() {
        return new Generated(text.subList(request.prompt().length, text.size()), stopped);
    }
}
