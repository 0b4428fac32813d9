package dev.patchbook.data.picture;

import dev.patchbook.data.picture.StoredPicture.Given;
import java.nio.ByteBuffer;
import java.util.HexFormat;
import java.util.zip.CRC32C;

/**
 * The layout of a pack of pictures: a first mark, entries one after the other, their index in the order of their keys, and a foot
 * that says where the index is. Entries, index and foot carry checksums.
 */
final class PackFormat {
    /** To be raised when decoding or resizing gives other values, or the layout changes. */
    static final int VERSION = 1;

    static final long MARK = 0x5042504958_000000L + VERSION;
    static final int KEY = 32;
    static final int INDEX_ENTRY = KEY + Long.BYTES;
    static final int FOOT = 3 * Long.BYTES + 2 * Integer.BYTES;
    private static final int HEAD = KEY + 2 * Integer.BYTES + Double.BYTES + Integer.BYTES;

    private PackFormat() {}

    /** Bytes of an entry whose picture has values of so many bytes. */
    static int length(int values, boolean opaque) {
        return HEAD + (opaque ? 1 : 2) * values + Integer.BYTES;
    }

    /** Most bytes an entry can have. */
    static int longest(int values) {
        return length(values, false);
    }

    static ByteBuffer entry(byte[] key, Decoded picture) {
        ByteBuffer entry = ByteBuffer.allocate(length(picture.over().length, picture.opaque()));
        entry.put(HexFormat.of().parseHex(picture.hash()));
        entry.putInt(picture.given().width()).putInt(picture.given().height());
        entry.putDouble(picture.given().brightness());
        entry.putInt(picture.opaque() ? 1 : 2);
        entry.put(picture.over());
        if (!picture.opaque()) {
            entry.put(picture.dropped());
        }
        entry.putInt(checksum(key, entry.array(), entry.position()));
        return entry.flip();
    }

    /**
     * The picture of an entry.
     *
     * @param values bytes of its values
     * @throws IllegalArgumentException where it is not whole
     */
    static Decoded picture(byte[] key, ByteBuffer entry, int values) {
        if (entry.remaining() < length(values, true)) {
            throw new IllegalArgumentException("it is cut off");
        }
        byte[] hash = new byte[KEY];
        entry.get(hash);
        Given given = new Given(entry.getInt(), entry.getInt(), entry.getDouble());
        int kinds = entry.getInt();
        int length = length(values, kinds == 1);
        if (kinds < 1 || kinds > 2 || entry.limit() < length) {
            throw new IllegalArgumentException("it is cut off");
        }
        byte[] over = new byte[values];
        entry.get(over);
        byte[] dropped = over;
        if (kinds == 2) {
            dropped = new byte[values];
            entry.get(dropped);
        }
        if (entry.getInt() != checksum(key, entry.array(), length - Integer.BYTES)) {
            throw new IllegalArgumentException("its checksum is wrong");
        }
        return new Decoded(HexFormat.of().formatHex(hash), given, over, dropped);
    }

    /** Where the values begin in an entry. */
    static int overAt() {
        return HEAD;
    }

    private static int checksum(byte[] key, byte[] bytes, int length) {
        CRC32C checksum = new CRC32C();
        checksum.update(key);
        checksum.update(bytes, 0, length);
        return (int) checksum.getValue();
    }

    static ByteBuffer foot(long indexAt, long entries, int indexChecksum) {
        ByteBuffer foot = ByteBuffer.allocate(FOOT);
        foot.putLong(indexAt).putLong(entries).putInt(indexChecksum);
        foot.putInt(checksum(new byte[0], foot.array(), foot.position()));
        return foot.putLong(MARK).flip();
    }

    /** Whether a foot is whole. */
    static boolean sound(ByteBuffer foot) {
        int checked = 2 * Long.BYTES + Integer.BYTES;
        return foot.getLong(FOOT - Long.BYTES) == MARK
                && foot.getInt(checked) == checksum(new byte[0], foot.array(), checked);
    }
}
