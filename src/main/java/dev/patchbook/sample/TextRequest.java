package dev.patchbook.sample;

import dev.patchbook.text.Tokenizer;
import java.util.Arrays;
import java.util.stream.IntStream;

/**
 * A text to generate for a picture.
 *
 * @param pixels the picture [3, S, S]
 * @param prompt ids the text starts with, the begin token included where there is one; at least one
 * @param maxTokens tokens generated at most
 * @param stops ids that end the text and are not part of it
 * @param sampler chooses
 */
public record TextRequest(float[] pixels, int[] prompt, int maxTokens, int[] stops, Sampler sampler) {
    /** A request in a tokenizer's terms: begin before the prompt, end and pad stop. */
    public static TextRequest of(float[] pixels, String prompt, int maxTokens, Tokenizer tokenizer, Sampler sampler) {
        int[] ids = tokenizer.encode(prompt);
        int[] all =
                IntStream.concat(tokenizer.begin().stream(), Arrays.stream(ids)).toArray();
        int[] stops = IntStream.concat(tokenizer.end().stream(), IntStream.of(tokenizer.pad()))
                .toArray();
        return new TextRequest(pixels, all, maxTokens, stops, sampler);
    }

    boolean stopsAt(int token) {
        return Arrays.stream(stops).anyMatch(stop -> stop == token);
    }
}
