package dev.patchbook.data.samples;

import java.io.ByteArrayOutputStream;
import java.util.Arrays;

/**
 * DEFLATE (RFC 1951) in one block with the fixed codes, matches found through hash chains. Java's own deflater is left
 * alone because its bytes change with the version of zlib.
 */
final class Deflate {
    private static final int SHORTEST = 3;
    private static final int LONGEST = 258;
    private static final int WINDOW = 32768;
    private static final int CHAIN = 256;
    private static final int[] LENGTH_BASE = {
        3, 4, 5, 6, 7, 8, 9, 10, 11, 13, 15, 17, 19, 23, 27, 31, 35, 43, 51, 59, 67, 83, 99, 115, 131, 163, 195, 227,
        258
    };
    private static final int[] DISTANCE_BASE = {
        1, 2, 3, 4, 5, 7, 9, 13, 17, 25, 33, 49, 65, 97, 129, 193, 257, 385, 513, 769, 1025, 1537, 2049, 3073, 4097,
        6145, 8193, 12289, 16385, 24577
    };

    private final byte[] in;
    private final int[] head = new int[1 << 15];
    private final int[] previous;
    private final ByteArrayOutputStream out = new ByteArrayOutputStream();
    private int bits;
    private int filled;

    private Deflate(byte[] in) {
        this.in = in;
        this.previous = new int[in.length];
        Arrays.fill(head, -1);
    }

    /** Compresses bytes. */
    static byte[] compress(byte[] bytes) {
        return new Deflate(bytes).run();
    }

    private byte[] run() {
        put(1, 1); // the last block
        put(1, 2); // fixed codes
        int at = 0;
        while (at < in.length) {
            int best = find(at);
            int length = best < 0 ? 1 : matched(best, at);
            if (best < 0) {
                symbol(in[at] & 255);
            } else {
                pair(length, at - best);
            }
            for (int end = at + length; at < end; at++) {
                remember(at);
            }
        }
        symbol(256);
        if (filled > 0) {
            put(0, 8 - filled);
        }
        return out.toByteArray();
    }

    /** Where the longest earlier match starts, the nearest of equals; -1 without one. */
    private int find(int at) {
        if (at + SHORTEST > in.length) {
            return -1;
        }
        int best = -1;
        int longest = SHORTEST - 1;
        int candidate = head[hash(at)];
        for (int i = 0; i < CHAIN && candidate >= 0 && at - candidate <= WINDOW; i++) {
            int length = matched(candidate, at);
            if (length > longest) {
                best = candidate;
                longest = length;
            }
            candidate = previous[candidate];
        }
        return best;
    }

    private int matched(int from, int at) {
        int most = Math.min(LONGEST, in.length - at);
        int length = 0;
        while (length < most && in[from + length] == in[at + length]) {
            length++;
        }
        return length;
    }

    private void remember(int at) {
        if (at + SHORTEST <= in.length) {
            int hash = hash(at);
            previous[at] = head[hash];
            head[hash] = at;
        }
    }

    private int hash(int at) {
        int key = (in[at] & 255) << 16 | (in[at + 1] & 255) << 8 | in[at + 2] & 255;
        return key * 0x9E3779B1 >>> 17;
    }

    private void pair(int length, int distance) {
        int l = index(LENGTH_BASE, length);
        symbol(257 + l);
        // codes 257..264 and 285 have no extra bits
        put(length - LENGTH_BASE[l], l < 8 || l == 28 ? 0 : (l - 4) / 4);
        int d = index(DISTANCE_BASE, distance);
        put(Integer.reverse(d) >>> 27, 5);
        put(distance - DISTANCE_BASE[d], d < 4 ? 0 : (d - 2) / 2);
    }

    private static int index(int[] base, int value) {
        int found = Arrays.binarySearch(base, value);
        return found >= 0 ? found : -found - 2;
    }

    /** The fixed code of a literal or length (RFC 1951, 3.2.6), its highest bit first. */
    private void symbol(int symbol) {
        if (symbol < 144) {
            code(0x30 + symbol, 8);
        } else if (symbol < 256) {
            code(0x190 + symbol - 144, 9);
        } else if (symbol < 280) {
            code(symbol - 256, 7);
        } else {
            code(0xC0 + symbol - 280, 8);
        }
    }

    private void code(int code, int length) {
        put(Integer.reverse(code) >>> (32 - length), length);
    }

    private void put(int value, int length) {
        bits |= value << filled;
        filled += length;
        while (filled >= 8) {
            out.write(bits);
            bits >>>= 8;
            filled -= 8;
        }
    }
}
