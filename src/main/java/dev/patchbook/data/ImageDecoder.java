package dev.patchbook.data;

import dev.patchbook.base.Picture;
import dev.patchbook.base.UserFacingException;
import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Iterator;
import javax.imageio.ImageIO;
import javax.imageio.ImageReader;
import javax.imageio.stream.ImageInputStream;
import javax.imageio.stream.MemoryCacheImageInputStream;

/**
 * PNG and JPEG to plain pixels, by Java's ImageIO with the TwelveMonkeys plug-in for JPEG. Colour profiles are not
 * applied, as in Pillow. Safe for use by several threads.
 */
public final class ImageDecoder {
    /** Most pixels of a picture that is decoded; the size in its header decides, before any are read. */
    public static final long MOST_PIXELS = 64_000_000;

    private static final long LARGEST_FILE = 1L << 28;

    private ImageDecoder() {}

    /**
     * Decodes a picture file.
     *
     * @throws UserFacingException where it is not there, cannot be read or is no picture
     */
    public static Picture read(Path file) {
        try {
            if (!Files.isRegularFile(file)) {
                throw new UserFacingException(
                        "There is no picture file " + file + ".", "Check the path, or choose another picture.");
            }
            if (Files.size(file) > LARGEST_FILE) {
                throw new UserFacingException(file + " is larger than 256 MB.", "Choose a smaller picture.");
            }
            return decode(Files.readAllBytes(file));
        } catch (PictureException e) {
            throw new UserFacingException(file.getFileName() + ": " + e.what(), e.remedy(), e);
        } catch (IOException e) {
            throw new UserFacingException(file + " cannot be read.", "Check that you may read it.", e);
        }
    }

    /**
     * Decodes the bytes of a PNG or JPEG file.
     *
     * @throws PictureException where they are not one, are damaged, or hold more than {@link #MOST_PIXELS}
     */
    public static Picture decode(byte[] bytes) {
        PictureFormat format = PictureFormat.of(bytes);
        try {
            format.check(bytes);
            return read(format, bytes);
        } catch (PictureException e) {
            throw e;
        } catch (OutOfMemoryError e) {
            throw new PictureException(
                    ProblemCode.TOO_LARGE, "The picture needs more memory than there is.", "Make it smaller.", e);
        } catch (IOException | RuntimeException e) {
            // readers fail in many ways on damaged files: all mean the same to a person
            throw new PictureException(
                    ProblemCode.BROKEN_IMAGE,
                    "The " + format.label() + " picture is damaged.",
                    "Export the picture again.",
                    e);
        }
    }

    private static Picture read(PictureFormat format, byte[] bytes) throws IOException {
        Iterator<ImageReader> readers = ImageIO.getImageReadersByFormatName(format.label());
        ImageReader reader = readers.next();
        try (ImageInputStream in = new MemoryCacheImageInputStream(new ByteArrayInputStream(bytes))) {
            reader.setInput(in, true, true);
            checkSize(reader.getWidth(0), reader.getHeight(0));
            BufferedImage image = reader.read(0);
            return Pixels.of(image);
        } finally {
            reader.dispose();
        }
    }

    /** Refuses pictures that are too large to decode. */
    static void checkSize(long width, long height) {
        if (width > MOST_PIXELS / Math.max(1, height)) { // a product could overflow
            throw new PictureException(
                    ProblemCode.TOO_LARGE,
                    "The picture is " + width + " x " + height + " pixels; at most " + MOST_PIXELS / 1_000_000
                            + " million are read.",
                    "Make the picture smaller; the model sees it at a few hundred pixels at most.");
        }
    }
}
