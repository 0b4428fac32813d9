package dev.patchbook.engine;

import dev.patchbook.base.Picture;
import dev.patchbook.base.TensorView;
import java.util.List;

/**
 * Each step of a row's way from its source to what a model reads, read again.
 *
 * @param row which row
 * @param source the file or files it is in
 * @param hash SHA-256 of the picture's full-size pixels, hexadecimal
 * @param file its picture's file
 * @param pictures the picture at each step
 * @param values what the model reads, [3, S, S]
 * @param channels what those are like, colour by colour
 * @param normalize how they were scaled, as the data setting has it
 * @param patch side of the model's patches, pixels; 0 where no model is known
 * @param text the caption's way
 */
public record RowSteps(
        RowPage.Row row,
        String source,
        String hash,
        File file,
        Pictures pictures,
        TensorView values,
        List<Channel> channels,
        String normalize,
        int patch,
        Text text) {
    /** Copies the list. */
    public RowSteps {
        channels = List.copyOf(channels);
    }

    /**
     * A picture's file.
     *
     * @param format as in {@code PNG}
     * @param bytes its size
     * @param orientation EXIF's, from 1, upright, to 8
     * @param alpha whether some pixels are transparent
     */
    public record File(String format, long bytes, int orientation, boolean alpha) {}

    /**
     * The picture at each step; those as given are reduced where very large.
     *
     * @param given upright, with its alpha
     * @param opaque what became of its alpha
     * @param background what it was laid over, 0xRRGGBB; -1 where alpha was dropped, as the articles do
     * @param resized squashed to the model's size
     */
    public record Pictures(Picture given, Picture opaque, int background, Picture resized) {}

    /**
     * The values of a colour.
     *
     * @param name of the colour
     * @param min least
     * @param mean mean
     * @param max largest
     */
    public record Channel(String name, double min, double mean, double max) {}

    /**
     * A caption's way.
     *
     * @param read as it stands in the source
     * @param changes what was done to it, for people; empty where nothing was
     * @param tokens what the model reads
     */
    public record Text(String read, List<String> changes, List<Token> tokens) {
        /** Copies the lists. */
        public Text {
            changes = List.copyOf(changes);
            tokens = List.copyOf(tokens);
        }
    }

    /** A token: its id and its text. */
    public record Token(int id, String text) {}
}
