package dev.patchbook.data.picture;

import java.nio.ByteBuffer;
import java.util.zip.CRC32;

/**
 * What is checked of a PNG before it is decoded: its size, the checksum of every chunk, and the end chunk, as the reader would
 * show what is left of a damaged file. Chunks that do not change pixels are left out: texts and profiles are compressed, and a
 * few bytes of them can unpack to gigabytes.
 */
final class PngFile {
    private static final int SIGNATURE = 8;
    private static final int IHDR = 0x49484452;
    private static final int PLTE = 0x504C5445;
    private static final int TRNS = 0x74524E53;
    private static final int IDAT = 0x49444154;
    private static final int IEND = 0x49454E44;
    private static final int EXIF = 0x65584966;

    private PngFile() {}

    static byte[] checked(byte[] bytes) {
        if (bytes.length < 33) {
            throw PictureException.cutOff(PictureFormat.PNG);
        }
        ByteBuffer in = ByteBuffer.wrap(bytes);
        if (in.getInt(8) != 13 || in.getInt(12) != IHDR) {
            throw PictureException.broken(PictureFormat.PNG, "does not begin with its size");
        }
        ImageDecoder.checkSize(in.getInt(16) & 0xFFFFFFFFL, in.getInt(20) & 0xFFFFFFFFL);
        ByteBuffer plain = ByteBuffer.allocate(bytes.length).put(bytes, 0, SIGNATURE);
        for (int at = SIGNATURE; at + 12 <= bytes.length; ) {
            int length = in.getInt(at);
            if (length < 0 || length > bytes.length - at - 12) {
                break;
            }
            checkSum(bytes, in, at, length);
            int type = in.getInt(at + 4);
            if (type == IHDR || type == PLTE || type == TRNS || type == IDAT || type == IEND) {
                plain.put(bytes, at, length + 12);
            }
            if (type == IEND) {
                byte[] kept = new byte[plain.position()];
                plain.flip().get(kept);
                return kept;
            }
            at += length + 12;
        }
        throw PictureException.cutOff(PictureFormat.PNG);
    }

    private static void checkSum(byte[] bytes, ByteBuffer in, int at, int length) {
        CRC32 crc = new CRC32();
        crc.update(bytes, at + 4, length + 4);
        if ((int) crc.getValue() != in.getInt(at + 8 + length)) {
            throw PictureException.broken(PictureFormat.PNG, "is damaged (a checksum is wrong)");
        }
    }

    /** Where the EXIF data of a checked file stands: offset and length; nowhere: {0, 0}. */
    static int[] exif(byte[] bytes) {
        ByteBuffer in = ByteBuffer.wrap(bytes);
        for (int at = SIGNATURE; at + 12 <= bytes.length; at += in.getInt(at) + 12) {
            if (in.getInt(at + 4) == EXIF) {
                return new int[] {at + 8, in.getInt(at)};
            }
            if (in.getInt(at + 4) == IEND) {
                break;
            }
        }
        return new int[] {0, 0};
    }
}
