package dev.patchbook.data.picture;

import dev.patchbook.base.Picture;
import java.awt.color.ColorSpace;
import java.awt.image.BufferedImage;
import java.awt.image.ColorModel;
import java.awt.image.IndexColorModel;
import java.awt.image.Raster;

/**
 * The stored samples of a decoded picture as 8-bit colours. Read from the raster: {@link BufferedImage#getRGB} would bend
 * grey values by a colour conversion. Of 16-bit samples the high byte counts.
 */
final class Pixels {
    private Pixels() {}

    static Picture of(BufferedImage image) {
        int width = image.getWidth();
        int height = image.getHeight();
        int[] argb = new int[width * height];
        ColorModel model = image.getColorModel();
        if (model instanceof IndexColorModel || !plain(model)) {
            image.getRGB(0, 0, width, height, argb, 0, width);
        } else {
            copy(image.getRaster(), model, argb);
        }
        return new Picture(width, height, argb);
    }

    private static boolean plain(ColorModel model) {
        int type = model.getColorSpace().getType();
        boolean known = type == ColorSpace.TYPE_RGB || type == ColorSpace.TYPE_GRAY;
        return known && !model.isAlphaPremultiplied() && model.getComponentSize(0) >= 8;
    }

    private static void copy(Raster raster, ColorModel model, int[] argb) {
        int width = raster.getWidth();
        int bands = raster.getNumBands();
        int shift = model.getComponentSize(0) - 8;
        boolean alpha = model.hasAlpha();
        boolean grey = bands - (alpha ? 1 : 0) == 1;
        int[] samples = new int[width * bands];
        for (int y = 0; y < raster.getHeight(); y++) {
            raster.getPixels(raster.getMinX(), raster.getMinY() + y, width, 1, samples);
            for (int x = 0; x < width; x++) {
                int at = x * bands;
                int r = samples[at] >> shift;
                int g = grey ? r : samples[at + 1] >> shift;
                int b = grey ? r : samples[at + 2] >> shift;
                int a = alpha ? samples[at + bands - 1] >> shift : 255;
                argb[y * width + x] = a << 24 | r << 16 | g << 8 | b;
            }
        }
    }
}
