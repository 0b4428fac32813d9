package dev.patchbook.base;

/**
 * Random numbers without state: a hash of (seed, step, site, index), so that a run does not depend on what else was drawn
 * meanwhile and resumes exactly. The mixer is SplitMix64's finaliser (Steele, Lea and Flood, "Fast splittable
 * pseudorandom number generators", OOPSLA 2014).
 */
public final class CounterHash {
    private static final long GOLDEN = 0x9E3779B97F4A7C15L;

    private CounterHash() {}

    /** The key of one stream of numbers, to be passed to {@link #bits}. */
    public static long key(long seed, long step, long site) {
        return mix(mix(mix(seed + GOLDEN) + step * GOLDEN) ^ (site + 1) * 0xD1B54A32D192ED03L);
    }

    /** 64 random bits: number {@code index} of the stream. */
    public static long bits(long key, long index) {
        return mix(key + index * GOLDEN);
    }

    /** A uniform number in [0, 1) with 53 random bits: number {@code index} of the stream. */
    public static double uniform(long key, long index) {
        return (bits(key, index) >>> 11) * 0x1p-53;
    }

    /** A standard normal number (Box and Muller, 1958): number {@code index} of the stream. */
    public static double gaussian(long key, long index) {
        double u = 1 - uniform(key, 2 * index);
        double v = uniform(key, 2 * index + 1);
        return Math.sqrt(-2 * Math.log(u)) * Math.cos(2 * Math.PI * v);
    }

    /** A uniform whole number in [0, bound): number {@code index} of the stream. */
    public static int below(long key, long index, int bound) {
        return (int) (uniform(key, index) * bound);
    }

    /** A random order of 0..n-1 (Fisher and Yates). */
    public static int[] permutation(long key, int n) {
        int[] order = new int[n];
        for (int i = 0; i < n; i++) {
            int j = below(key, i, i + 1);
            order[i] = order[j];
            order[j] = i;
        }
        return order;
    }

    private static long mix(long value) {
        long z = value;
        z = (z ^ (z >>> 30)) * 0xBF58476D1CE4E5B9L;
        z = (z ^ (z >>> 27)) * 0x94D049BB133111EBL;
        return z ^ (z >>> 31);
    }
}
