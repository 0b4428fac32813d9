package dev.patchbook.chart;

import dev.patchbook.base.Picture;
import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Base64;
import javax.imageio.ImageIO;
import javax.imageio.ImageReader;
import javax.imageio.stream.ImageInputStream;
import javax.imageio.stream.MemoryCacheImageInputStream;

/** Pictures as PNG. */
public final class Png {
    private static final long MOST_PIXELS = 64 << 20;

    private Png() {}

    /** The file's bytes. */
    public static byte[] encode(Picture picture) {
        BufferedImage image = new BufferedImage(picture.width(), picture.height(), BufferedImage.TYPE_INT_ARGB);
        image.setRGB(0, 0, picture.width(), picture.height(), picture.argb(), 0, picture.width());
        ImageIO.setUseCache(false);
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try {
            ImageIO.write(image, "png", bytes);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return bytes.toByteArray();
    }

    /**
     * The picture in a file's bytes.
     *
     * @throws IllegalArgumentException where it is none, or one of more than 64 million pixels
     */
    public static Picture decode(byte[] bytes) {
        ImageReader reader = ImageIO.getImageReadersByFormatName("png").next();
        try (ImageInputStream in = new MemoryCacheImageInputStream(new ByteArrayInputStream(bytes))) {
            reader.setInput(in, true, true);
            int width = reader.getWidth(0);
            int height = reader.getHeight(0);
            if ((long) width * height > MOST_PIXELS) {
                throw new IllegalArgumentException("the picture is " + width + " x " + height + " pixels, too large");
            }
            return new Picture(width, height, reader.read(0).getRGB(0, 0, width, height, null, 0, width));
        } catch (IOException | IndexOutOfBoundsException e) {
            throw new IllegalArgumentException("it is no whole PNG picture", e);
        } finally {
            reader.dispose();
        }
    }

    /** The picture as an address that holds it. */
    public static String dataUri(Picture picture) {
        return "data:image/png;base64," + Base64.getEncoder().encodeToString(encode(picture));
    }

    /** The picture, or a smaller one of the same shape whose longer side is at most so many pixels, by area means. */
    public static Picture atMost(Picture picture, int side) {
        int longer = Math.max(picture.width(), picture.height());
        if (longer <= side) {
            return picture;
        }
        int width = Math.max(1, (int) Math.round((double) picture.width() * side / longer));
        int height = Math.max(1, (int) Math.round((double) picture.height() * side / longer));
        int[] argb = new int[width * height];
        for (int y = 0; y < height; y++) {
            for (int x = 0; x < width; x++) {
                argb[y * width + x] = mean(
                        picture,
                        (int) ((long) x * picture.width() / width),
                        (int) ((long) (x + 1) * picture.width() / width),
                        (int) ((long) y * picture.height() / height),
                        (int) ((long) (y + 1) * picture.height() / height));
            }
        }
        return new Picture(width, height, argb);
    }

    private static int mean(Picture picture, int left, int right, int top, int bottom) {
        long[] sums = new long[4];
        for (int y = top; y < bottom; y++) {
            for (int x = left; x < right; x++) {
                int pixel = picture.argb()[y * picture.width() + x];
                for (int channel = 0; channel < 4; channel++) {
                    sums[channel] += pixel >>> 8 * channel & 0xFF;
                }
            }
        }
        long count = (long) (right - left) * (bottom - top);
        int mean = 0;
        for (int channel = 0; channel < 4; channel++) {
            mean |= (int) (sums[channel] / count) << 8 * channel;
        }
        return mean;
    }
}
