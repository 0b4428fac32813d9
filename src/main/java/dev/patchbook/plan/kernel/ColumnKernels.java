package dev.patchbook.plan.kernel;

import dev.patchbook.plan.Tensor;

/** A scaled update [R, m] added to some columns of y [R, n], and its gradient. Arguments: first column; scale. */
final class ColumnKernels {
    private static final int ROWS = 4;

    private ColumnKernels() {}

    static Kernel forward(Node node) {
        Tensor y = node.in(0);
        Tensor update = node.in(1);
        Tensor sum = node.out(0);
        int width = y.size(1);
        int part = update.size(1);
        int column = node.whole(0);
        float scale = (float) node.real()[0];
        float[][] rows = node.scratch(width);
        float[][] parts = node.scratch(part);
        return () -> node.workers().run(y.size(0), ROWS, (thread, from, to) -> {
            float[] row = rows[thread];
            float[] added = parts[thread];
            for (int r = from; r < to; r++) {
                y.get(r * width, row, 0, width);
                update.get(r * part, added, 0, part);
                addScaled(row, column, added, scale, part);
                sum.put(r * width, row, 0, width);
            }
        });
    }

    /** Gradient of the update: its columns, scaled; inputs update, dy. */
    static Kernel backward(Node node) {
        Tensor dy = node.in(1);
        Tensor dUpdate = node.out(0);
        int width = dy.size(1);
        int part = dUpdate.size(1);
        int column = node.whole(0);
        float scale = (float) node.real()[0];
        float[][] parts = node.scratch(part);
        return () -> node.workers().run(dy.size(0), ROWS, (thread, from, to) -> {
            float[] gradient = parts[thread];
            for (int r = from; r < to; r++) {
                dy.get(r * width + column, gradient, 0, part);
                scale(gradient, scale, part);
                dUpdate.put(r * part, gradient, 0, part);
            }
        });
    }

    private static void addScaled(float[] row, int at, float[] added, float scale, int n) {
        for (int i = 0; i < n; i++) {
            row[at + i] += scale * added[i];
        }
    }

    private static void scale(float[] numbers, float factor, int n) {
        for (int i = 0; i < n; i++) {
            numbers[i] *= factor;
        }
    }
}
