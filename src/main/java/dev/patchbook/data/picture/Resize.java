package dev.patchbook.data.picture;

import dev.patchbook.base.Picture;

/**
 * Bilinear resizing with antialiasing, squashed to a square: the triangle filter, widened by the reduction factor, in two
 * passes (across, then down) over 8-bit values, each rounded to 8 bits with 22-bit fixed-point weights. This is Pillow's
 * {@code Image.resize(size, BILINEAR)} (its {@code Resample.c}), which the articles' pictures go through.
 */
public final class Resize {
    private static final int PRECISION = 32 - 8 - 2;
    private static final int HALF = 1 << (PRECISION - 1);

    private Resize() {}

    /**
     * Resizes the colours of a picture.
     *
     * @param picture any size
     * @param size side of the result, pixels
     * @param transparency what becomes of alpha, before resizing
     * @param background what it is laid over, 0xRRGGBB
     * @return [3, size, size], one unsigned byte a value
     */
    public static byte[] square(Picture picture, int size, Transparency transparency, int background) {
        Weights across = Weights.of(picture.width(), size);
        Weights down = Weights.of(picture.height(), size);
        int height = picture.height();
        byte[] narrow = new byte[3 * height * size]; // [3, height, size]
        int[] colours = new int[3 * picture.width()];
        for (int y = 0; y < height; y++) {
            unpack(picture, y, transparency, background, colours);
            for (int c = 0; c < 3; c++) {
                across.row(colours, c * picture.width(), narrow, (c * height + y) * size);
            }
        }
        byte[] square = new byte[3 * size * size];
        for (int c = 0; c < 3; c++) {
            down.columns(narrow, c * height * size, square, c * size * size);
        }
        return square;
    }

    /** A picture laid over a background, or without its alpha; at its own size. */
    public static Picture opaque(Picture picture, Transparency transparency, int background) {
        int width = picture.width();
        int[] argb = new int[picture.argb().length];
        int[] colours = new int[3 * width];
        for (int y = 0; y < picture.height(); y++) {
            unpack(picture, y, transparency, background, colours);
            for (int x = 0; x < width; x++) {
                argb[y * width + x] = 0xFF000000 | colours[x] << 16 | colours[width + x] << 8 | colours[2 * width + x];
            }
        }
        return new Picture(width, picture.height(), argb);
    }

    private static void unpack(Picture picture, int y, Transparency transparency, int background, int[] colours) {
        int width = picture.width();
        for (int x = 0; x < width; x++) {
            int argb = picture.argb()[y * width + x];
            int alpha = transparency == Transparency.DROPPED ? 255 : argb >>> 24;
            colours[x] = over(argb >> 16 & 255, background >> 16 & 255, alpha);
            colours[width + x] = over(argb >> 8 & 255, background >> 8 & 255, alpha);
            colours[2 * width + x] = over(argb & 255, background & 255, alpha);
        }
    }

    private static int over(int value, int under, int alpha) {
        return (value * alpha + under * (255 - alpha) + 127) / 255;
    }

    /**
     * The weights of every output pixel.
     *
     * @param first first input pixel of each output pixel
     * @param fixed its weights, fixed point with {@link #PRECISION} bits
     */
    private record Weights(int[] first, int[][] fixed) {
        static Weights of(int in, int out) {
            double scale = (double) in / out;
            double support = Math.max(scale, 1);
            int[] first = new int[out];
            int[][] fixed = new int[out][];
            for (int i = 0; i < out; i++) {
                double center = (i + 0.5) * scale;
                first[i] = Math.max(0, (int) (center - support + 0.5));
                int end = Math.min(in, (int) (center + support + 0.5));
                fixed[i] = triangle(first[i] - center + 0.5, end - first[i], support);
            }
            return new Weights(first, fixed);
        }

        private static int[] triangle(double start, int count, double support) {
            double[] weights = new double[count];
            double sum = 0;
            for (int i = 0; i < count; i++) {
                weights[i] = Math.max(0, 1 - Math.abs((i + start) / support));
                sum += weights[i];
            }
            int[] fixed = new int[count];
            for (int i = 0; i < count; i++) {
                fixed[i] = (int) (0.5 + weights[i] / sum * (1 << PRECISION));
            }
            return fixed;
        }

        void row(int[] in, int inStart, byte[] out, int outStart) {
            for (int x = 0; x < fixed.length; x++) {
                int[] weights = fixed[x];
                int from = inStart + first[x];
                int sum = HALF;
                for (int i = 0; i < weights.length; i++) {
                    sum += in[from + i] * weights[i];
                }
                out[outStart + x] = clip(sum);
            }
        }

        void columns(byte[] in, int inStart, byte[] out, int outStart) {
            int width = fixed.length; // the picture is already this narrow
            for (int y = 0; y < fixed.length; y++) {
                int[] weights = fixed[y];
                for (int x = 0; x < width; x++) {
                    int from = inStart + first[y] * width + x;
                    int sum = HALF;
                    for (int i = 0; i < weights.length; i++) {
                        sum += (in[from + i * width] & 255) * weights[i];
                    }
                    out[outStart + y * width + x] = clip(sum);
                }
            }
        }

        private static byte clip(int sum) {
            return (byte) Math.max(0, Math.min(255, sum >> PRECISION));
        }
    }
}
