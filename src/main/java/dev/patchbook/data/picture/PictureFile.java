package dev.patchbook.data.picture;

/**
 * What a picture's file says of itself.
 *
 * @param format as in {@code PNG}
 * @param bytes its size
 * @param orientation EXIF's, from 1, upright, to 8
 */
public record PictureFile(String format, long bytes, int orientation) {
    /**
     * Of a file's bytes.
     *
     * @throws PictureException where they are no picture
     */
    public static PictureFile of(byte[] bytes) {
        PictureFormat format = PictureFormat.of(bytes);
        return new PictureFile(format.label(), bytes.length, Orientation.of(format, bytes));
    }
}
