package dev.patchbook.data.picture;

import com.twelvemonkeys.imageio.metadata.Directory;
import com.twelvemonkeys.imageio.metadata.Entry;
import com.twelvemonkeys.imageio.metadata.tiff.TIFF;
import com.twelvemonkeys.imageio.metadata.tiff.TIFFReader;
import dev.patchbook.base.Picture;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import javax.imageio.stream.ImageInputStream;
import javax.imageio.stream.MemoryCacheImageInputStream;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** How a camera was held: EXIF's orientation, 1 (upright) to 8, and turning a picture by it. */
final class Orientation {
    private static final Logger LOG = LoggerFactory.getLogger(Orientation.class);
    private static final int UPRIGHT = 1;

    private Orientation() {}

    /** The orientation a file names; upright where it names none that can be understood. */
    static int of(PictureFormat format, byte[] bytes) {
        int[] exif = switch (format) {
            case PNG -> PngFile.exif(bytes);
            case JPEG -> JpegFile.exif(bytes);
            case WEBP -> WebPFile.exif(bytes);
            case TIFF -> new int[] {0, bytes.length};
            case GIF, BMP -> new int[] {0, 0};
        };
        if (exif[1] < 8) {
            return UPRIGHT;
        }
        try (ImageInputStream in = new MemoryCacheImageInputStream(new ByteArrayInputStream(bytes, exif[0], exif[1]))) {
            Directory directory = new TIFFReader().read(in);
            Entry entry = directory.getEntryById(TIFF.TAG_ORIENTATION);
            int value = entry != null && entry.getValue() instanceof Number number ? number.intValue() : UPRIGHT;
            return value >= 1 && value <= 8 ? value : UPRIGHT;
        } catch (IOException | RuntimeException | StackOverflowError | OutOfMemoryError e) {
            LOG.debug("a picture's EXIF data cannot be read", e);
            return UPRIGHT;
        }
    }

    /** A picture turned upright. */
    static Picture upright(Picture picture, int orientation) {
        if (orientation == UPRIGHT) {
            return picture;
        }
        boolean turned = orientation >= 5;
        int width = turned ? picture.height() : picture.width();
        int height = turned ? picture.width() : picture.height();
        int[] argb = new int[width * height];
        for (int y = 0; y < picture.height(); y++) {
            for (int x = 0; x < picture.width(); x++) {
                int right = picture.width() - 1 - x;
                int below = picture.height() - 1 - y;
                int to = switch (orientation) {
                    case 2 -> y * width + right;
                    case 3 -> below * width + right;
                    case 4 -> below * width + x;
                    case 5 -> x * width + y;
                    case 6 -> x * width + below;
                    case 7 -> right * width + below;
                    default -> right * width + y;
                };
                argb[to] = picture.argb()[y * picture.width() + x];
            }
        }
        return new Picture(width, height, argb);
    }
}
