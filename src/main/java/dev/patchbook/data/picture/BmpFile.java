package dev.patchbook.data.picture;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;

/** What is checked of a BMP before it is decoded: its size, and that its pixels are all there. */
final class BmpFile {
    private static final int CORE_HEADER = 12;

    private BmpFile() {}

    static void check(byte[] bytes) {
        if (bytes.length < 34) {
            throw PictureException.cutOff(PictureFormat.BMP);
        }
        ByteBuffer in = ByteBuffer.wrap(bytes).order(ByteOrder.LITTLE_ENDIAN);
        boolean core = in.getInt(14) == CORE_HEADER;
        long width = core ? in.getShort(18) & 0xFFFF : in.getInt(18);
        long height = core ? in.getShort(20) & 0xFFFF : Math.abs((long) in.getInt(22));
        int bits = in.getShort(core ? 24 : 28) & 0xFFFF;
        int compression = core ? 0 : in.getInt(30);
        if (width <= 0 || height == 0) {
            throw PictureException.broken(PictureFormat.BMP, "has no pixels");
        }
        if (compression == 4 || compression == 5) {
            throw PictureException.broken(PictureFormat.BMP, "holds a picture of another kind");
        }
        ImageDecoder.checkSize(width, height);
        long row = (width * bits + 31) / 32 * 4;
        boolean packed = compression == 1 || compression == 2;
        if (!packed && (in.getInt(10) & 0xFFFFFFFFL) + row * height > bytes.length) {
            throw PictureException.cutOff(PictureFormat.BMP);
        }
    }
}
