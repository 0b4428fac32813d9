package dev.patchbook.data;

import dev.patchbook.base.Picture;
import java.util.Arrays;

/**
 * A picture at the model's size, one byte a value. The arrays are shared and not to be written to.
 *
 * @param hash SHA-256 of its full-size pixels, hexadecimal
 * @param overWhite [3, S, S] laid over white
 * @param dropped [3, S, S] with alpha dropped; the same array where nothing is transparent
 */
public record StoredPicture(String hash, byte[] overWhite, byte[] dropped) {
    /** A picture brought to side {@code size}. */
    public static StoredPicture of(Picture picture, int size) {
        byte[] overWhite = Resize.square(picture, size, Transparency.OVER_WHITE);
        boolean opaque = Arrays.stream(picture.argb()).allMatch(argb -> argb >>> 24 == 255);
        byte[] dropped = opaque ? overWhite : Resize.square(picture, size, Transparency.DROPPED);
        return new StoredPicture(Sha256.of(picture), overWhite, dropped);
    }

    /** The values, [3, S, S]. */
    public byte[] values(Transparency transparency) {
        return transparency == Transparency.DROPPED ? dropped : overWhite;
    }

    /** The values as a picture of side {@code size}. */
    public Picture picture(int size, Transparency transparency) {
        byte[] values = values(transparency);
        int plane = size * size;
        int[] argb = new int[plane];
        for (int i = 0; i < plane; i++) {
            argb[i] =
                    0xFF000000 | (values[i] & 255) << 16 | (values[plane + i] & 255) << 8 | values[2 * plane + i] & 255;
        }
        return new Picture(size, size, argb);
    }
}
