package dev.patchbook.base;

/**
 * The factors of dropout: 0 with the given probability, to a resolution of 1/65536, else 1 / (1 - rate). A pure function of key,
 * site and index, so the way back draws the same ones again and a run repeats exactly.
 */
public final class DropoutMask {
    private static final int STEPS = 1 << 16;
    private static final int BLOCK = 128;

    private DropoutMask() {}

    /** The key of a step, to be fed to the graph. */
    public static long key(long seed, long step) {
        return CounterHash.key(seed, step, 0x64726F70);
    }

    /**
     * Multiplies numbers by their factors.
     *
     * @param numbers in place, indices 0 to count - 1
     * @param first index of the first number within its site; a multiple of 4
     * @param count how many
     * @param key of the step, from {@link #key}
     * @param site which place with dropout
     * @param rate probability of being dropped
     */
    public static void apply(float[] numbers, long first, int count, long key, int site, double rate) {
        long stream = CounterHash.key(key, site, 1);
        int threshold = (int) Math.round(rate * STEPS);
        float kept = (float) (1 / (1 - rate));
        int[] draws = new int[BLOCK];
        for (int i = 0; i < count; i += BLOCK) {
            int n = Math.min(BLOCK, count - i);
            draw(draws, stream, (first + i) >>> 2, n);
            multiply(numbers, i, n, draws, threshold, kept);
        }
    }

    /** Sixteen bits for each number, four numbers from one hash; what exceeds n in the last four is not used. */
    private static void draw(int[] draws, long stream, long index, int n) {
        for (int i = 0; i < n; i += 4) {
            long bits = CounterHash.bits(stream, index + (i >>> 2));
            draws[i] = (int) bits & 0xFFFF;
            draws[i + 1] = (int) (bits >>> 16) & 0xFFFF;
            draws[i + 2] = (int) (bits >>> 32) & 0xFFFF;
            draws[i + 3] = (int) (bits >>> 48);
        }
    }

    /** No branch, since none could be foretold; a loop of its own, which the JIT turns into vector instructions. */
    private static void multiply(float[] numbers, int at, int n, int[] draws, int threshold, float kept) {
        for (int j = 0; j < n; j++) {
            int stays = 1 + ((draws[j] - threshold) >> 31); // 0 below the threshold, else 1
            numbers[at + j] *= kept * stays;
        }
    }
}
