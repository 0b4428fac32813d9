package dev.patchbook.base;

/**
 * A decoded picture: one int per pixel, 0xAARRGGBB, row by row, not premultiplied.
 *
 * @param width in pixels
 * @param height in pixels
 * @param argb the pixels, not copied
 */
public record Picture(int width, int height, int[] argb) {
    /** Checks that the pixels fill the picture. */
    public Picture {
        if (argb.length != width * height) {
            throw new IllegalArgumentException(argb.length + " pixels do not fill " + width + " x " + height);
        }
    }
}
