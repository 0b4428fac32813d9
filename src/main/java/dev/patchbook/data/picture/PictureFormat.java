package dev.patchbook.data.picture;

import dev.patchbook.data.report.ProblemCode;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;

/** The formats pictures are read from, told by their first bytes. */
enum PictureFormat {
    PNG("PNG"),
    JPEG("JPEG"),
    GIF("GIF"),
    BMP("BMP"),
    WEBP("WebP"),
    TIFF("TIFF");

    private static final byte[] PNG_SIGNATURE = {(byte) 0x89, 'P', 'N', 'G', '\r', '\n', 0x1A, '\n'};

    private final String label;

    PictureFormat(String label) {
        this.label = label;
    }

    /** The name people and ImageIO use. */
    String label() {
        return label;
    }

    /**
     * The checks the readers do not make: sizes before anything is allocated for them, and whether the file is whole.
     *
     * @return the bytes to decode: these, without what only readers' bugs would make use of
     */
    byte[] checked(byte[] bytes) {
        return switch (this) {
            case PNG -> PngFile.checked(bytes);
            case JPEG -> {
                JpegFile.check(bytes);
                yield bytes;
            }
            case GIF -> {
                GifFile.check(bytes);
                yield bytes;
            }
            case BMP -> {
                BmpFile.check(bytes);
                yield bytes;
            }
            case WEBP -> {
                WebPFile.check(bytes);
                yield bytes;
            }
            case TIFF -> bytes;
        };
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
        String start = new String(bytes, 0, Math.min(16, bytes.length), StandardCharsets.ISO_8859_1);
        if (start.startsWith("\u00FF\u00D8\u00FF")) {
            return JPEG;
        }
        if (start.startsWith("GIF87a") || start.startsWith("GIF89a")) {
            return GIF;
        }
        if (start.startsWith("RIFF") && start.startsWith("WEBP", 8)) {
            return WEBP;
        }
        if (start.startsWith("BM")) {
            return BMP;
        }
        if (List.of("II*\0", "MM\0*", "II+\0", "MM\0+").stream().anyMatch(start::startsWith)) {
            return TIFF;
        }
        String other = other(start);
        throw new PictureException(
                ProblemCode.NOT_AN_IMAGE,
                other.isEmpty() ? "The bytes are not a picture." : "The picture is a " + other + " file.",
                "Save the picture as PNG or JPEG.");
    }

    private static String other(String start) {
        if (start.startsWith("ftyp", 4)) {
            return start.startsWith("avif", 8) ? "AVIF" : "HEIC";
        }
        if (start.startsWith("<svg") || start.startsWith("<?xml")) {
            return "SVG";
        }
        if (start.startsWith("8BPS")) {
            return "Photoshop";
        }
        return start.startsWith("%PDF") ? "PDF" : "";
    }

    private static boolean startsWith(byte[] bytes, byte[] signature) {
        return bytes.length >= signature.length
                && Arrays.equals(bytes, 0, signature.length, signature, 0, signature.length);
    }
}
