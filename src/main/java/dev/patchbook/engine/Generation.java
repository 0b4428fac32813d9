package dev.patchbook.engine;

import dev.patchbook.base.Picture;
import java.util.List;

/**
 * A caption.
 *
 * @param caption prompt included, special tokens left out
 * @param prompt the prompt
 * @param tokens what was chosen, and from what
 * @param picture as given, reduced where very large
 * @param resized as the model sees it
 * @param reference the row's own caption; empty for a file
 * @param finished whether an end token was reached
 */
public record Generation(
        String caption,
        String prompt,
        List<TokenEvent> tokens,
        Picture picture,
        Picture resized,
        String reference,
        boolean finished) {}
