package dev.patchbook.sample;

import dev.patchbook.config.SampleSettings;
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
 * @param noRepeat stretches of so many tokens never stand twice; 0: they may
 * @param sampler chooses
 */
public record TextRequest(float[] pixels, int[] prompt, int maxTokens, int[] stops, int noRepeat, Sampler sampler) {
    /** A request in which stretches may repeat. */
    public TextRequest(float[] pixels, int[] prompt, int maxTokens, int[] stops, Sampler sampler) {
        this(pixels, prompt, maxTokens, stops, 0, sampler);
    }

    /** A request in a tokenizer's terms: begin before the prompt, end and pad stop. */
    public static TextRequest of(float[] pixels, String prompt, int maxTokens, Tokenizer tokenizer, Sampler sampler) {
        int[] start = prompt(prompt, tokenizer);
        return new TextRequest(pixels, start, maxTokens, stops(tokenizer), 0, sampler);
    }

    /** A request as the settings say. */
    public static TextRequest of(float[] pixels, SampleSettings settings, Tokenizer tokenizer) {
        return new TextRequest(
                pixels,
                prompt(settings.prompt(), tokenizer),
                settings.maxTokens(),
                settings.endless() ? new int[0] : stops(tokenizer),
                settings.noRepeat(),
                Sampler.of(settings));
    }

    /** The same with other lengths and another choice: so many tokens at most, each chosen so. */
    public TextRequest choosing(int most, Sampler other) {
        return new TextRequest(pixels, prompt, most, stops, noRepeat, other);
    }

    private static int[] prompt(String prompt, Tokenizer tokenizer) {
        int[] ids = tokenizer.encode(prompt);
        return IntStream.concat(tokenizer.begin().stream(), Arrays.stream(ids)).toArray();
    }

    private static int[] stops(Tokenizer tokenizer) {
        return IntStream.concat(tokenizer.end().stream(), IntStream.of(tokenizer.pad()))
                .toArray();
    }

    boolean stopsAt(int token) {
        return Arrays.stream(stops).anyMatch(stop -> stop == token);
    }
}
