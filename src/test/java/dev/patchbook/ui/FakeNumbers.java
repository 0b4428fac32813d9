package dev.patchbook.ui;

import dev.patchbook.base.CounterHash;
import dev.patchbook.base.TensorView;

/** Plausible attention, norms and candidates. */
final class FakeNumbers {
    private FakeNumbers() {}

    static double bump(int patch, int grid, double x, double y) {
        double dx = (patch % grid + 0.5) / grid - x;
        double dy = (patch / grid + 0.5) / grid - y;
        return Math.exp(-(dx * dx + dy * dy) / 0.03);
    }

    static TensorView maps(int blocks, int heads, int n, int grid, boolean causal) {
        float[] all = new float[blocks * heads * n * n];
        for (int map = 0; map < blocks * heads; map++) {
            double x = CounterHash.uniform(CounterHash.key(2, map, 0), 0);
            double y = CounterHash.uniform(CounterHash.key(2, map, 0), 1);
            for (int row = 0; row < n; row++) {
                fillRow(all, (map * n + row) * n, causal ? row + 1 : n, new double[] {x, y, grid, row});
            }
        }
        return new TensorView(all, blocks, heads, n, n);
    }

    private static void fillRow(float[] all, int offset, int seen, double[] place) {
        double sum = 0;
        for (int i = 0; i < seen; i++) {
            double near = Math.exp(-Math.abs(i - place[3]) * place[0]);
            all[offset + i] =
                    (float) (0.02 + near * 0.2 + bump(Math.max(0, i - 1), (int) place[2], place[0], place[1]));
            sum += all[offset + i];
        }
        for (int i = 0; i < seen; i++) {
            all[offset + i] /= (float) sum;
        }
    }
}
