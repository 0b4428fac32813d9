package dev.patchbook.data.picture;

import dev.patchbook.base.Picture;
import java.util.function.Supplier;

/** A picture at the model's size, one byte a value, in memory or on disk. The arrays are not to be written to. */
public final class StoredPicture {
    private final String hash;
    private final Given given;
    private final Supplier<byte[]> overBackground;
    private final Supplier<byte[]> dropped;

    /**
     * What it was like before it was brought to the model's size.
     *
     * @param width pixels
     * @param height pixels
     * @param brightness mean of its values, from 0 to 255
     */
    public record Given(int width, int height, double brightness) {
        static Given of(int width, int height, byte[] values) {
            long sum = 0;
            for (byte value : values) {
                sum += value & 255;
            }
            return new Given(width, height, (double) sum / values.length);
        }

        /** The size for people. */
        public String words() {
            return width + " x " + height;
        }
    }

    private StoredPicture(String hash, Given given, Supplier<byte[]> overBackground, Supplier<byte[]> dropped) {
        this.hash = hash;
        this.given = given;
        this.overBackground = overBackground;
        this.dropped = dropped;
    }

    /**
     * A picture in memory.
     *
     * @param hash names its content, hexadecimal
     * @param values [3, S, S], whatever becomes of alpha
     */
    public static StoredPicture of(String hash, byte[] values) {
        int side = (int) Math.sqrt(values.length / 3.0);
        return new StoredPicture(hash, Given.of(side, side, values), () -> values, () -> values);
    }

    /** A picture brought to side {@code size}, in memory. */
    public static StoredPicture of(Picture picture, int size, int background) {
        Keeper memory = values -> () -> values;
        return of(Decoded.of(picture, size, background), memory, memory);
    }

    /**
     * A picture that was brought to its size.
     *
     * @param over keeps its values over the background
     * @param dropped keeps those without alpha, where they are others
     */
    static StoredPicture of(Decoded picture, Keeper over, Keeper dropped) {
        Supplier<byte[]> kept = over.keep(picture.over());
        Supplier<byte[]> other = picture.opaque() ? kept : dropped.keep(picture.dropped());
        return new StoredPicture(picture.hash(), picture.given(), kept, other);
    }

    /** Keeps values somewhere. */
    @FunctionalInterface
    public interface Keeper {
        /** Keeps values; the result gives them again, as often as asked. */
        Supplier<byte[]> keep(byte[] values);
    }

    /** SHA-256 of its full-size pixels, hexadecimal. */
    public String hash() {
        return hash;
    }

    /** What it was like before. */
    public Given given() {
        return given;
    }

    /** The values, [3, S, S]. */
    public byte[] values(Transparency transparency) {
        return (transparency == Transparency.DROPPED ? dropped : overBackground).get();
    }

    /** The values as a picture of side {@code size}. */
    public Picture picture(int size, Transparency transparency) {
        return picture(size, values(transparency));
    }

    /** Values [3, size, size] as a picture. */
    public static Picture picture(int size, byte[] values) {
        int plane = size * size;
        int[] argb = new int[plane];
        for (int i = 0; i < plane; i++) {
            argb[i] =
                    0xFF000000 | (values[i] & 255) << 16 | (values[plane + i] & 255) << 8 | values[2 * plane + i] & 255;
        }
        return new Picture(size, size, argb);
    }
}
