package dev.patchbook.data.picture;

import dev.patchbook.base.Picture;
import java.util.Arrays;

/**
 * A picture at a model's size with what is known of it at its own.
 *
 * @param hash SHA-256 of its full-size pixels, hexadecimal
 * @param given what it was like
 * @param over its values over the background, [3, S, S]
 * @param dropped its values without their alpha; the same array where it has none
 */
record Decoded(String hash, StoredPicture.Given given, byte[] over, byte[] dropped) {
    /** A picture brought to side {@code size}. */
    static Decoded of(Picture picture, int size, int background) {
        byte[] over = Resize.square(picture, size, Transparency.OVER_BACKGROUND, background);
        boolean opaque = Arrays.stream(picture.argb()).allMatch(argb -> argb >>> 24 == 255);
        byte[] dropped = opaque ? over : Resize.square(picture, size, Transparency.DROPPED, background);
        return new Decoded(
                Sha256.of(picture), StoredPicture.Given.of(picture.width(), picture.height(), over), over, dropped);
    }

    boolean opaque() {
        return over == dropped;
    }

    /** Bytes of its values. */
    long bytes() {
        return opaque() ? over.length : 2L * over.length;
    }

    /** Pixels of the picture as given. */
    long pixels() {
        return (long) given.width() * given.height();
    }
}
