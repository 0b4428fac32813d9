package dev.patchbook.data.picture;

import dev.patchbook.data.report.ProblemCode;
import java.nio.charset.StandardCharsets;

/**
 * What is checked of a JPEG before it is decoded: its size, how often its pixels are gone over (a progressive picture of a few
 * kilobytes can ask for thousands of scans), and the end marker, as the reader would fill what is missing with grey.
 */
final class JpegFile {
    /** Most pixels times scans: a picture of the largest size in some thirty scans; usual are ten. */
    private static final long MOST_WORK = 1L << 31;

    private static final int EOI = 0xD9;
    private static final int SOS = 0xDA;
    private static final int APP1 = 0xE1;
    private static final byte[] EXIF = "Exif\0\0".getBytes(StandardCharsets.US_ASCII);

    private final byte[] bytes;
    private long pixels;
    private long scans;
    private int exif;
    private int exifLength;
    private boolean ended;

    private JpegFile(byte[] bytes) {
        this.bytes = bytes;
    }

    static void check(byte[] bytes) {
        JpegFile file = new JpegFile(bytes);
        file.walk();
        if (!file.ended || file.scans == 0) {
            throw PictureException.cutOff(PictureFormat.JPEG);
        }
        if (file.scans * file.pixels > MOST_WORK) {
            throw new PictureException(
                    ProblemCode.TOO_LARGE,
                    "The JPEG picture goes over its pixels " + file.scans + " times; that takes too long to read.",
                    "Save the picture again.");
        }
    }

    /** Where the EXIF data of a file stands: offset and length; nowhere: {0, 0}. */
    static int[] exif(byte[] bytes) {
        JpegFile file = new JpegFile(bytes);
        file.walk();
        return new int[] {file.exif, file.exifLength};
    }

    private void walk() {
        int at = 2;
        while (at + 1 < bytes.length && !ended) {
            int marker = bytes[at + 1] & 255;
            if (bytes[at] != (byte) 0xFF || marker == 0xFF || marker == 0) {
                at++; // fill bytes, coded data, or damage
            } else if (marker == EOI) {
                ended = true;
            } else if (marker >= 0xD0 && marker <= 0xD8 || marker == 1) {
                at += 2; // restarts: no length
            } else {
                at += 2 + segment(marker, at + 2);
            }
        }
    }

    private int segment(int marker, int at) {
        int length = number(at);
        boolean frame = marker >= 0xC0 && marker <= 0xCF && marker != 0xC4 && marker != 0xC8 && marker != 0xCC;
        if (frame && at + 7 <= bytes.length) {
            int height = number(at + 3);
            int width = number(at + 5);
            ImageDecoder.checkSize(width, height);
            pixels = Math.max(pixels, (long) width * height);
        } else if (marker == SOS) {
            scans++;
        } else if (marker == APP1 && exifLength == 0 && length > 8 && at + length <= bytes.length && isExif(at + 2)) {
            exif = at + 8;
            exifLength = length - 8;
        }
        return Math.max(length, 2);
    }

    private boolean isExif(int at) {
        for (int i = 0; i < EXIF.length; i++) {
            if (bytes[at + i] != EXIF[i]) {
                return false;
            }
        }
        return true;
    }

    private int number(int at) {
        return at + 2 <= bytes.length ? (bytes[at] & 255) << 8 | bytes[at + 1] & 255 : 0;
    }
}
