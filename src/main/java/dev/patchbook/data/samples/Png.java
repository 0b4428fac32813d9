package dev.patchbook.data.samples;

import dev.patchbook.base.Picture;
import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.zip.Adler32;
import java.util.zip.CRC32;

/** Writes opaque pictures as PNG (ISO/IEC 15948), the same bytes everywhere: a palette where it is enough, else RGB. */
final class Png {
    private static final byte[] SIGNATURE = {(byte) 0x89, 'P', 'N', 'G', '\r', '\n', 0x1A, '\n'};
    private static final int MOST_COLOURS = 256;

    private Png() {}

    /** The bytes of a PNG file. */
    static byte[] encode(Picture picture) {
        int[] palette = Arrays.stream(picture.argb()).distinct().sorted().toArray();
        boolean indexed = palette.length <= MOST_COLOURS;
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        out.writeBytes(SIGNATURE);
        ByteBuffer header = ByteBuffer.allocate(13).putInt(picture.width()).putInt(picture.height());
        header.put((byte) 8).put((byte) (indexed ? 3 : 2)); // bits a sample, colour type; the rest is 0
        chunk(out, "IHDR", header.array());
        if (indexed) {
            chunk(out, "PLTE", bytes(palette));
        }
        chunk(out, "IDAT", zlib(indexed ? indices(picture, palette) : filtered(picture)));
        chunk(out, "IEND", new byte[0]);
        return out.toByteArray();
    }

    private static void chunk(ByteArrayOutputStream out, String type, byte[] data) {
        byte[] body = ByteBuffer.allocate(4 + data.length)
                .put(type.getBytes(StandardCharsets.US_ASCII))
                .put(data)
                .array();
        CRC32 crc = new CRC32();
        crc.update(body);
        out.writeBytes(ByteBuffer.allocate(4).putInt(data.length).array());
        out.writeBytes(body);
        out.writeBytes(ByteBuffer.allocate(4).putInt((int) crc.getValue()).array());
    }

    private static byte[] zlib(byte[] rows) {
        Adler32 adler = new Adler32();
        adler.update(rows);
        byte[] body = Deflate.compress(rows);
        return ByteBuffer.allocate(body.length + 6)
                .putShort((short) 0x7801)
                .put(body)
                .putInt((int) adler.getValue())
                .array();
    }

    private static byte[] bytes(int[] colours) {
        byte[] bytes = new byte[3 * colours.length];
        for (int i = 0; i < colours.length; i++) {
            bytes[3 * i] = (byte) (colours[i] >> 16);
            bytes[3 * i + 1] = (byte) (colours[i] >> 8);
            bytes[3 * i + 2] = (byte) colours[i];
        }
        return bytes;
    }

    private static byte[] indices(Picture picture, int[] palette) {
        int stride = picture.width() + 1; // each row starts with its filter: none
        byte[] rows = new byte[stride * picture.height()];
        for (int i = 0; i < picture.argb().length; i++) {
            int at = i / picture.width() * stride + 1 + i % picture.width();
            rows[at] = (byte) Arrays.binarySearch(palette, picture.argb()[i]);
        }
        return rows;
    }

    /** Rows with the filter, of none, left, up and average, whose differences are smallest. */
    private static byte[] filtered(Picture picture) {
        int length = 3 * picture.width();
        byte[] samples = bytes(picture.argb());
        byte[] rows = new byte[(length + 1) * picture.height()];
        for (int y = 0; y < picture.height(); y++) {
            byte[] best = new byte[0];
            long smallest = Long.MAX_VALUE;
            for (int filter = 0; filter < 4; filter++) {
                byte[] row = filter(samples, y, length, filter);
                long size = 0;
                for (int i = 1; i < row.length; i++) {
                    size += Math.abs(row[i]);
                }
                if (size < smallest) {
                    smallest = size;
                    best = row;
                }
            }
            System.arraycopy(best, 0, rows, y * (length + 1), best.length);
        }
        return rows;
    }

    private static byte[] filter(byte[] samples, int y, int length, int filter) {
        byte[] row = new byte[length + 1];
        row[0] = (byte) filter;
        for (int i = 0; i < length; i++) {
            int at = y * length + i;
            int left = i < 3 ? 0 : samples[at - 3] & 255;
            int up = y == 0 ? 0 : samples[at - length] & 255;
            int guess = filter == 0 ? 0 : filter == 1 ? left : filter == 2 ? up : (left + up) / 2;
            row[i + 1] = (byte) (samples[at] - guess);
        }
        return row;
    }
}
