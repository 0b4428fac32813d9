package dev.patchbook.data;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.zip.CRC32;

/** The formats pictures are read from, told by their first bytes, with the checks the readers do not make. */
enum PictureFormat {
    PNG {
        /** Size, checksum of every chunk, and the end chunk: the reader would show what is left of a damaged file. */
        @Override
        void check(byte[] bytes) {
            if (bytes.length < 33) {
                throw cutOff();
            }
            ByteBuffer in = ByteBuffer.wrap(bytes);
            ImageDecoder.checkSize(in.getInt(16) & 0xFFFFFFFFL, in.getInt(20) & 0xFFFFFFFFL);
            CRC32 crc = new CRC32();
            for (int at = 8; at + 12 <= bytes.length; ) {
                int length = in.getInt(at);
                if (length < 0 || length > bytes.length - at - 12) {
                    break;
                }
                crc.reset();
                crc.update(bytes, at + 4, length + 4);
                if ((int) crc.getValue() != in.getInt(at + 8 + length)) {
                    throw broken("is damaged (a checksum is wrong)");
                }
                if (in.getInt(at + 4) == END) {
                    return;
                }
                at += length + 12;
            }
            throw cutOff();
        }
    },
    JPEG {
        /** The end marker after the last scan: the reader would fill what is missing with grey. */
        @Override
        void check(byte[] bytes) {
            int scan = lastMarker(bytes, 0xDA);
            int end = lastMarker(bytes, 0xD9);
            if (scan < 0 || end < scan) {
                throw cutOff();
            }
        }
    };

    private static final int END = 0x49454E44; // "IEND"
    private static final byte[] PNG_SIGNATURE = {(byte) 0x89, 'P', 'N', 'G', '\r', '\n', 0x1A, '\n'};

    /** Throws if the bytes are visibly not a whole picture. */
    abstract void check(byte[] bytes);

    /** The name people and ImageIO use. */
    String label() {
        return name();
    }

    /**
     * The format of a file.
     *
     * @throws PictureException where it is none of these
     */
    static PictureFormat of(byte[] bytes) {
        if (startsWith(bytes, PNG_SIGNATURE)) {
            return PNG;
        }
        if (startsWith(bytes, new byte[] {(byte) 0xFF, (byte) 0xD8, (byte) 0xFF})) {
            return JPEG;
        }
        String other = other(bytes);
        throw new PictureException(
                ProblemCode.NOT_AN_IMAGE,
                other.isEmpty() ? "The bytes are not a picture." : "The picture is a " + other + " file.",
                "Save the picture as PNG or JPEG.");
    }

    private static String other(byte[] bytes) {
        String start = new String(bytes, 0, Math.min(12, bytes.length), StandardCharsets.ISO_8859_1);
        if (start.startsWith("GIF8")) {
            return "GIF";
        }
        if (start.startsWith("RIFF") && start.endsWith("WEBP")) {
            return "WebP";
        }
        if (start.startsWith("BM")) {
            return "BMP";
        }
        if (start.startsWith("II*") || start.startsWith("MM\0*")) {
            return "TIFF";
        }
        return start.startsWith("<svg") || start.startsWith("<?xml") ? "SVG" : start.startsWith("%PDF") ? "PDF" : "";
    }

    private static boolean startsWith(byte[] bytes, byte[] signature) {
        return bytes.length >= signature.length
                && Arrays.equals(bytes, 0, signature.length, signature, 0, signature.length);
    }

    private static int lastMarker(byte[] bytes, int marker) {
        for (int i = bytes.length - 2; i >= 0; i--) {
            if (bytes[i] == (byte) 0xFF && bytes[i + 1] == (byte) marker) {
                return i;
            }
        }
        return -1;
    }

    PictureException cutOff() {
        return broken("is cut off");
    }

    PictureException broken(String how) {
        return new PictureException(
                ProblemCode.BROKEN_IMAGE, "The " + label() + " picture " + how + ".", "Export the picture again.");
    }
}
