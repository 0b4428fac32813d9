package dev.patchbook.data;

/**
 * Rows laid out for a training step; filled by a {@link Collator} and used again, so that a step allocates little. Arrays
 * are exactly as long as the shapes say and are replaced only when a shape changes.
 */
public final class Batch {
    /** A target that does not count. */
    public static final int IGNORED = -100;

    private final int imageSize;
    private int size;
    private int length;
    private float[] pixels = new float[0];
    private int[] tokens = new int[0];
    private int[] targets = new int[0];

    /**
     * An empty batch.
     *
     * @param imageSize side of the pictures, pixels
     */
    public Batch(int imageSize) {
        this.imageSize = imageSize;
    }

    void reshape(int newSize, int newLength) {
        if (newSize != size) {
            pixels = new float[newSize * 3 * imageSize * imageSize];
        }
        if (newSize * newLength != tokens.length) {
            tokens = new int[newSize * newLength];
            targets = new int[newSize * newLength];
        }
        size = newSize;
        length = newLength;
    }

    /** B: number of rows. */
    public int size() {
        return size;
    }

    /** T: tokens of a row, padding included. */
    public int length() {
        return length;
    }

    /** S: side of the pictures, pixels. */
    public int imageSize() {
        return imageSize;
    }

    /** [B, 3, S, S]. */
    public float[] pixels() {
        return pixels;
    }

    /** [B, T]: what the decoder reads. */
    public int[] tokens() {
        return tokens;
    }

    /** [B, T]: what it should say at each position; {@link #IGNORED} where nothing counts. */
    public int[] targets() {
        return targets;
    }

    /** Number of targets that count. */
    public int counted() {
        int counted = 0;
        for (int target : targets) {
            counted += target == IGNORED ? 0 : 1;
        }
        return counted;
    }
}
