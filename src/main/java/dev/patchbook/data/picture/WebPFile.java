package dev.patchbook.data.picture;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;

/** What is checked of a WebP before it is decoded: that it is whole, and its size. */
final class WebPFile {
    private static final int HEADER = 12;
    private static final int VP8 = tag("VP8 ");
    private static final int VP8L = tag("VP8L");
    private static final int VP8X = tag("VP8X");
    private static final int EXIF = tag("EXIF");

    private WebPFile() {}

    static void check(byte[] bytes) {
        ByteBuffer in = ByteBuffer.wrap(bytes).order(ByteOrder.LITTLE_ENDIAN);
        if (bytes.length < 30 || (in.getInt(4) & 0xFFFFFFFFL) > bytes.length - 8L) {
            throw PictureException.cutOff(PictureFormat.WEBP);
        }
        int kind = in.getInt(HEADER);
        if (kind == VP8X) {
            ImageDecoder.checkSize((in.getInt(24) & 0xFFFFFF) + 1L, (in.getInt(26) >>> 8) + 1L);
        } else if (kind == VP8L) {
            int sizes = in.getInt(21);
            ImageDecoder.checkSize((sizes & 0x3FFF) + 1L, (sizes >>> 14 & 0x3FFF) + 1L);
        } else if (kind == VP8) {
            ImageDecoder.checkSize(in.getShort(26) & 0x3FFF, in.getShort(28) & 0x3FFF);
        } else {
            throw PictureException.broken(PictureFormat.WEBP, "does not begin with its size");
        }
    }

    /** Where the EXIF data of a checked file stands: offset and length; nowhere: {0, 0}. */
    static int[] exif(byte[] bytes) {
        ByteBuffer in = ByteBuffer.wrap(bytes).order(ByteOrder.LITTLE_ENDIAN);
        for (int at = HEADER; at + 8 <= bytes.length; ) {
            int length = in.getInt(at + 4);
            if (length < 0 || length > bytes.length - at - 8) {
                break;
            }
            if (in.getInt(at) == EXIF) {
                boolean named = length > 6 && bytes[at + 8] == 'E' && bytes[at + 9] == 'x'; // as some programs write it
                return named ? new int[] {at + 14, length - 6} : new int[] {at + 8, length};
            }
            at += 8 + length + (length & 1);
        }
        return new int[] {0, 0};
    }

    private static int tag(String name) {
        return name.charAt(0) | name.charAt(1) << 8 | name.charAt(2) << 16 | name.charAt(3) << 24;
    }
}
