package dev.patchbook.engine;

import java.util.List;
import java.util.Optional;

/**
 * A text that was written for a picture, token by token, of which one asks what patches its tokens rest on.
 *
 * @param look model and picture
 * @param prompt what the text starts with
 * @param ids its tokens after the prompt, the one that ended it included
 * @param way of telling; empty: attention where the decoder is handed every patch, else the gradient
 */
public record TraceLook(LookRequest look, String prompt, List<Integer> ids, Optional<Way> way) {
    /** How one tells which patches a token rests on. */
    public enum Way {
        /** Weights on patches at the position the token is written from, mean over decoder blocks and heads. */
        ATTENTION,
        /** Length of the gradient of the token's log-probability by each patch's pixels. */
        GRADIENT,
        /** How much the log-probability falls when the patch is covered, nats; negative where it rises. */
        COVERING
    }

    /** Copies the list. */
    public TraceLook {
        ids = List.copyOf(ids);
    }
}
