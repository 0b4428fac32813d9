package dev.patchbook.data.picture;

import dev.patchbook.base.Picture;
import dev.patchbook.base.UserFacingException;
import dev.patchbook.data.report.ProblemCode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Iterator;
import javax.imageio.ImageIO;
import javax.imageio.ImageReader;
import javax.imageio.stream.ImageInputStream;

/**
 * PNG, JPEG, GIF (its first frame), BMP, WebP and TIFF to plain upright pixels, by Java's ImageIO with the TwelveMonkeys plug-ins.
 * Colour profiles are not applied, as in Pillow. Safe for use by several threads.
 */
public final class ImageDecoder {
    /** Most pixels of a picture that is decoded; the size in its header decides, before any are read. */
    public static final long MOST_PIXELS = 64_000_000;

    /** Largest picture file, bytes. */
    public static final long LARGEST_FILE = 1L << 28;

    /** Bytes a pixel may take while it is decoded: the reader's samples, and ours. */
    private static final long BYTES_PER_PIXEL = 24;

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
            return decode(bytes(file));
        } catch (PictureException e) {
            throw new UserFacingException(file.getFileName() + ": " + e.what(), e.remedy(), e);
        } catch (IOException e) {
            throw new UserFacingException(file + " cannot be read.", "Check that you may read it.", e);
        }
    }

    /**
     * The bytes of a picture file.
     *
     * @throws PictureException where there are too many
     */
    public static byte[] bytes(Path file) throws IOException {
        long size = Files.size(file);
        if (size > Math.min(LARGEST_FILE, Runtime.getRuntime().maxMemory() / 8)) {
            throw new PictureException(
                    ProblemCode.TOO_LARGE,
                    "The file has " + (size >> 20) + " MB, more than is read.",
                    "Choose a smaller picture.");
        }
        return Files.readAllBytes(file);
    }

    /**
     * Decodes the bytes of a picture file.
     *
     * @throws PictureException where they are not one, are damaged, or hold more than {@link #MOST_PIXELS}
     */
    public static Picture decode(byte[] bytes) {
        PictureFormat format = PictureFormat.of(bytes);
        try {
            Picture picture = read(format, format.checked(bytes));
            if (format == PictureFormat.GIF) {
                picture = GifFile.check(bytes).onScreen(picture);
            }
            return Orientation.upright(picture, Orientation.of(format, bytes));
        } catch (PictureException e) {
            throw e;
        } catch (OutOfMemoryError e) {
            throw new PictureException(
                    ProblemCode.TOO_LARGE, "The picture needs more memory than there is.", "Make it smaller.", e);
        } catch (IOException | RuntimeException | StackOverflowError | AssertionError | InternalError e) {
            // readers fail in many ways on damaged files: all mean the same to a person
            throw PictureException.broken(format, "is damaged", e);
        }
    }

    private static Picture read(PictureFormat format, byte[] bytes) throws IOException {
        ImageReader reader = reader(format);
        try (ImageInputStream in = new BoundedInput(bytes)) {
            reader.setInput(in, true, true);
            checkSize(reader.getWidth(0), reader.getHeight(0));
            return Pixels.of(reader.read(0));
        } finally {
            reader.dispose();
        }
    }

    /** The plug-in's reader where there is one: it reads more kinds than Java's own. */
    private static ImageReader reader(PictureFormat format) {
        Iterator<ImageReader> readers = ImageIO.getImageReadersByFormatName(format.label());
        ImageReader first = readers.next();
        ImageReader best = first;
        while (readers.hasNext()) {
            ImageReader next = readers.next();
            boolean plugIn = next.getClass().getName().startsWith("com.twelvemonkeys.");
            best = plugIn ? next : best;
        }
        return first.getClass().getName().startsWith("com.twelvemonkeys.") ? first : best;
    }

    /** Refuses pictures that are too large to decode. */
    static void checkSize(long width, long height) {
        long most = Math.min(MOST_PIXELS, Runtime.getRuntime().maxMemory() / BYTES_PER_PIXEL);
        if (width > most / Math.max(1, height)) { // a product could overflow
            throw new PictureException(
                    ProblemCode.TOO_LARGE,
                    "The picture is " + width + " x " + height + " pixels; at most " + most / 1_000_000
                            + " million are read.",
                    "Make the picture smaller; the model sees it at a few hundred pixels at most.");
        }
    }
}
