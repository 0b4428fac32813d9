package dev.patchbook.chart;

import java.util.Arrays;
import java.util.Comparator;
import java.util.stream.IntStream;

/** The part of a map that holds most of it. */
public final class Mass {
    private Mass() {}

    /**
     * The map with only the largest weights, as many as together hold a share of the whole, at least one; the others are not
     * numbers (as in the pictures of Caron et al., 2021).
     *
     * @param weights none negative; what is not finite is never kept
     * @param share from 0 to 1
     */
    public static float[] keep(float[] weights, double share) {
        double whole = 0;
        for (float weight : weights) {
            whole += Float.isFinite(weight) ? weight : 0;
        }
        float[] kept = new float[weights.length];
        Arrays.fill(kept, Float.NaN);
        double held = 0;
        int[] order = IntStream.range(0, weights.length)
                .filter(i -> Float.isFinite(weights[i]))
                .boxed()
                .sorted(Comparator.comparingDouble(i -> -weights[i]))
                .mapToInt(Integer::intValue)
                .toArray();
        for (int i : order) {
            if (held >= share * whole - 1e-9 && held > 0) {
                break;
            }
            kept[i] = weights[i];
            held += weights[i];
        }
        return kept;
    }

    /** How many are kept. */
    public static int count(float[] kept) {
        int count = 0;
        for (float weight : kept) {
            count += Float.isFinite(weight) ? 1 : 0;
        }
        return count;
    }
}
