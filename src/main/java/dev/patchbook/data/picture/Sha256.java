package dev.patchbook.data.picture;

import dev.patchbook.base.Picture;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

/** SHA-256 (FIPS 180-4), which every Java platform has. */
public final class Sha256 {
    private Sha256() {}

    /** A fresh digest. */
    public static MessageDigest digest() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }

    /** Of a picture's size and pixels: the same picture in another file format hashes the same. */
    public static String of(Picture picture) {
        MessageDigest digest = digest();
        byte[] row = new byte[4 * picture.width()];
        put(row, 0, picture.width());
        digest.update(row, 0, 4);
        put(row, 0, picture.height());
        digest.update(row, 0, 4);
        for (int y = 0; y < picture.height(); y++) {
            for (int x = 0; x < picture.width(); x++) {
                put(row, 4 * x, picture.argb()[y * picture.width() + x]);
            }
            digest.update(row);
        }
        return HexFormat.of().formatHex(digest.digest());
    }

    private static void put(byte[] bytes, int offset, int value) {
        for (int i = 0; i < 4; i++) {
            bytes[offset + i] = (byte) (value >>> 24 - 8 * i);
        }
    }
}
