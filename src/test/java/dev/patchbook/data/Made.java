package dev.patchbook.data;

import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.zip.CRC32;
import java.util.zip.Deflater;
import javax.imageio.IIOImage;
import javax.imageio.ImageIO;
import javax.imageio.ImageWriteParam;
import javax.imageio.ImageWriter;

/** Picture files made for tests, good and bad. */
final class Made {
    private Made() {}

    /** A picture in four colours, so that no turning of it looks like another. */
    static BufferedImage image(int width, int height) {
        BufferedImage image = new BufferedImage(width, height, BufferedImage.TYPE_INT_RGB);
        int[] colours = {0xE01010, 0x10C020, 0x1020D0, 0xE0E040};
        for (int y = 0; y < height; y++) {
            for (int x = 0; x < width; x++) {
                image.setRGB(x, y, colours[(2 * y < height ? 0 : 2) + (2 * x < width ? 0 : 1)]);
            }
        }
        return image;
    }

    static byte[] file(String format) {
        return Csvs.encoded(image(16, 12), format);
    }

    /** A file from the test's resources: kinds Java cannot write. */
    static byte[] resource(String name) {
        try (InputStream in = Made.class.getResourceAsStream(name)) {
            return in.readAllBytes();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static byte[] cut(byte[] bytes, int left) {
        return Arrays.copyOf(bytes, left);
    }

    static byte[] changed(byte[] bytes, int at, int value) {
        byte[] changed = bytes.clone();
        changed[at] = (byte) value;
        return changed;
    }

    static byte[] joined(byte[]... parts) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        for (byte[] part : parts) {
            out.writeBytes(part);
        }
        return out.toByteArray();
    }

    static byte[] bytes(String latin) {
        return latin.getBytes(StandardCharsets.ISO_8859_1);
    }

    /** A chunk of a PNG with its checksum. */
    static byte[] chunk(String type, byte[] data) {
        CRC32 crc = new CRC32();
        crc.update(bytes(type));
        crc.update(data);
        return ByteBuffer.allocate(data.length + 12)
                .putInt(data.length)
                .put(bytes(type))
                .put(data)
                .putInt((int) crc.getValue())
                .array();
    }

    /** A PNG put together. */
    static byte[] png(int width, int height, int bits, int colour, int interlace, byte[]... chunks) {
        byte[] header = ByteBuffer.allocate(13)
                .putInt(width)
                .putInt(height)
                .put((byte) bits)
                .put((byte) colour)
                .put((byte) 0)
                .put((byte) 0)
                .put((byte) interlace)
                .array();
        return joined(
                bytes("\u0089PNG\r\n\u001A\n"), chunk("IHDR", header), joined(chunks), chunk("IEND", new byte[0]));
    }

    static byte[] deflated(byte[] data) {
        Deflater deflater = new Deflater(9);
        deflater.setInput(data);
        deflater.finish();
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        byte[] buffer = new byte[1 << 16];
        while (!deflater.finished()) {
            out.write(buffer, 0, deflater.deflate(buffer));
        }
        deflater.end();
        return out.toByteArray();
    }

    static byte[] pixels(byte[] rows) {
        return chunk("IDAT", deflated(rows));
    }

    /** Pieces put into a JPEG after its first marker. */
    static byte[] jpegWith(byte[] piece) {
        byte[] jpeg = file("jpeg");
        return joined(cut(jpeg, 2), piece, Arrays.copyOfRange(jpeg, 2, jpeg.length));
    }

    /** EXIF data that names an orientation. */
    static byte[] exif(int orientation) {
        byte[] tiff = ByteBuffer.allocate(26)
                .order(ByteOrder.BIG_ENDIAN)
                .put(bytes("MM\0*"))
                .putInt(8)
                .putShort((short) 1)
                .putShort((short) 0x112)
                .putShort((short) 3)
                .putInt(1)
                .putShort((short) orientation)
                .putShort((short) 0)
                .putInt(0)
                .array();
        byte[] body = joined(bytes("Exif\0\0"), tiff);
        return joined(new byte[] {(byte) 0xFF, (byte) 0xE1, 0, (byte) (body.length + 2)}, body);
    }

    static byte[] progressive(BufferedImage image) {
        ImageWriter writer = ImageIO.getImageWritersByFormatName("jpeg").next();
        ImageWriteParam how = writer.getDefaultWriteParam();
        how.setProgressiveMode(ImageWriteParam.MODE_DEFAULT);
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try (var to = ImageIO.createImageOutputStream(out)) {
            writer.setOutput(to);
            writer.write(null, new IIOImage(image, null, null), how);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return out.toByteArray();
    }
}
