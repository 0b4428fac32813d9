package dev.patchbook.base;

/**
 * The factors of dropout: 0 with the given probability, to a resolution of 1/65536, else 1 / (1 - rate). A pure function of key,
 * site and index, so the way back draws the same ones again and a run repeats exactly.
 */
public final class DropoutMask {
    private static final int STEPS = 1 << 16;

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
        for (int i = 0; i < count; i += 4) {
            long bits = CounterHash.bits(stream, (first + i) >>> 2);
            int end = Math.min(4, count - i);
            for (int j = 0; j < end; j++) {
                numbers[i + j] *= (bits & 0xFFFF) < threshold ? 0f : kept;
                bits >>>= 16;
            }
        }
    }
}
