package dev.patchbook.data;

import java.nio.ByteBuffer;
import java.util.Arrays;
import java.util.Random;
import java.util.zip.CRC32;

/** Changes bytes by chance. */
final class Damage {
    private static final byte[] TELLING = {0, 1, (byte) 0x7F, (byte) 0x80, (byte) 0xFF, '"', '\'', ',', '\n', '{', '-'};

    private Damage() {}

    /**
     * Damaged bytes.
     *
     * @param mend whether half the time the checksums of a PNG's chunks are made right again, so that the damage is met later
     */
    static byte[] of(byte[] good, Random random, boolean mend) {
        byte[] bytes = good.clone();
        int times = 1 + random.nextInt(random.nextBoolean() ? 3 : 20);
        for (int i = 0; i < times && bytes.length > 0; i++) {
            bytes = once(bytes, random);
        }
        if (mend && random.nextBoolean()) {
            mend(bytes);
        }
        return bytes;
    }

    private static byte[] once(byte[] bytes, Random random) {
        int at = random.nextInt(bytes.length);
        int length = 1 + random.nextInt(Math.min(32, bytes.length - at));
        byte[] before = Arrays.copyOf(bytes, at);
        switch (random.nextInt(8)) {
            case 0:
                bytes[at] ^= (byte) (1 << random.nextInt(8));
                return bytes;
            case 1:
                bytes[at] = (byte) random.nextInt();
                return bytes;
            case 2:
                bytes[at] = TELLING[random.nextInt(TELLING.length)];
                return bytes;
            case 3:
                Arrays.fill(bytes, at, at + Math.min(length, 4), random.nextBoolean() ? 0 : (byte) 0xFF);
                return bytes;
            case 4: // out
                return Made.joined(before, Arrays.copyOfRange(bytes, at + length, bytes.length));
            case 5: // twice
                return Made.joined(before, Arrays.copyOfRange(bytes, at, at + length), rest(bytes, at));
            case 6: // in
                byte[] more = new byte[1 + random.nextInt(16)];
                random.nextBytes(more);
                return Made.joined(before, more, rest(bytes, at));
            default: // cut off, mostly near the end
                return random.nextInt(3) > 0 ? bytes : before;
        }
    }

    private static byte[] rest(byte[] bytes, int at) {
        return Arrays.copyOfRange(bytes, at, bytes.length);
    }

    private static void mend(byte[] png) {
        ByteBuffer buffer = ByteBuffer.wrap(png);
        for (int at = 8; at + 12 <= png.length; ) {
            int length = buffer.getInt(at);
            if (length < 0 || length > png.length - at - 12) {
                return;
            }
            CRC32 crc = new CRC32();
            crc.update(png, at + 4, length + 4);
            buffer.putInt(at + 8 + length, (int) crc.getValue());
            at += length + 12;
        }
    }
}
