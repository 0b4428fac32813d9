package dev.patchbook.chart;

import static org.assertj.core.api.Assertions.assertThat;

import dev.patchbook.base.CounterHash;
import java.util.Arrays;
import org.junit.jupiter.api.Test;

class MinMaxTest {
    private static final int COUNT = 100_000;
    private static final Range ALL = new Range(0, COUNT - 1);
    private final double[] xs = new double[COUNT];
    private final double[] ys = new double[COUNT];

    MinMaxTest() {
        long key = CounterHash.key(1, 2, 3);
        for (int i = 0; i < COUNT; i++) {
            xs[i] = i;
            ys[i] = CounterHash.gaussian(key, i);
        }
    }

    @Test
    void aSingleSpikeSurvives() {
        ys[54_321] = 40;
        ys[70_007] = -40;
        assertThat(MinMax.indices(xs, ys, 0, COUNT, ALL, 300)).contains(54_321, 70_007);
    }

    @Test
    void firstAndLastStay() {
        int[] kept = MinMax.indices(xs, ys, 0, COUNT, ALL, 300);
        assertThat(kept[0]).isZero();
        assertThat(kept[kept.length - 1]).isEqualTo(COUNT - 1);
        assertThat(kept).hasSizeLessThanOrEqualTo(4 * 300 + 1).isSorted().doesNotHaveDuplicates();
    }

    @Test
    void everyColumnKeepsItsExtremes() {
        int columns = 37;
        int[] kept = MinMax.indices(xs, ys, 0, COUNT, ALL, columns);
        double[][] expected = extremes(allIndices(), columns);
        assertThat(extremes(kept, columns)).isDeepEqualTo(expected);
    }

    private double[][] extremes(int[] indices, int columns) {
        double[][] found = new double[columns][];
        for (int i : indices) {
            int column = (int) Math.min(columns - 1, Math.floor(ALL.share(xs[i]) * columns));
            double[] before = found[column] == null ? new double[] {ys[i], ys[i]} : found[column];
            found[column] = new double[] {Math.min(before[0], ys[i]), Math.max(before[1], ys[i])};
        }
        return found;
    }

    private static int[] allIndices() {
        int[] all = new int[COUNT];
        Arrays.setAll(all, i -> i);
        return all;
    }

    @Test
    void aFewPointsAreAllKept() {
        assertThat(MinMax.indices(xs, ys, 10, 15, ALL, 300)).containsExactly(10, 11, 12, 13, 14);
        assertThat(MinMax.indices(xs, ys, 10, 10, ALL, 300)).isEmpty();
    }

    @Test
    void whatIsNoNumberBreaksTheLine() {
        Arrays.fill(ys, 50_000, 60_000, Double.NaN);
        int[] kept = MinMax.indices(xs, ys, 0, COUNT, ALL, 100);
        assertThat(kept).contains(49_999, 50_000, 60_000);
        assertThat(Arrays.stream(kept).filter(i -> Double.isNaN(ys[i])).count()).isLessThanOrEqualTo(12);
    }
}
