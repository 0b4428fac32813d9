package dev.patchbook.plan.kernel;

import dev.patchbook.plan.Tensor;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/** Kernels that put token sequences together, take them apart and place them; rows are copied whole. */
final class SequenceKernels {
    private SequenceKernels() {}

    /** Token [1, C] before each picture's tokens. */
    static Kernel prepend(Node node) {
        Tensor token = node.in(0);
        Tensor x = node.in(1);
        Tensor y = node.out(0);
        int batch = node.whole(0);
        int width = x.size(1);
        int own = x.length() / batch;
        return () -> {
            for (int b = 0; b < batch; b++) {
                y.copy(b * (own + width), token, 0, width);
                y.copy(b * (own + width) + width, x, b * own, own);
            }
        };
    }

    /** Gradients of token and tokens; inputs token, x, dy. */
    static Kernel prependGradient(Node node) {
        Tensor dy = node.in(2);
        int batch = node.whole(0);
        int width = dy.size(1);
        int own = node.in(1).length() / batch;
        Tensor dToken = node.optional(0);
        Tensor dx = node.optional(1);
        float[] sum = new float[width];
        float[] row = new float[width];
        return () -> {
            Arrays.fill(sum, 0);
            for (int b = 0; b < batch; b++) {
                dy.get(b * (own + width), row, 0, width);
                Loops.add(sum, row, width);
                if (dx != null) {
                    dx.copy(b * own, dy, b * (own + width) + width, own);
                }
            }
            if (dToken != null) {
                dToken.put(0, sum, 0, width);
            }
        };
    }

    /** Two sequences joined picture by picture. */
    static Kernel join(Node node) {
        Tensor a = node.in(0);
        Tensor b = node.in(1);
        Tensor y = node.out(0);
        int batch = node.whole(0);
        int first = a.length() / batch;
        int second = b.length() / batch;
        return () -> {
            for (int i = 0; i < batch; i++) {
                y.copy(i * (first + second), a, i * first, first);
                y.copy(i * (first + second) + first, b, i * second, second);
            }
        };
    }

    /** The gradient of a joined sequence, taken apart; inputs a, b, dy. */
    static Kernel joinGradient(Node node) {
        Tensor dy = node.in(2);
        int batch = node.whole(0);
        int first = node.in(0).length() / batch;
        int second = node.in(1).length() / batch;
        Tensor da = node.optional(0);
        Tensor db = node.optional(1);
        return () -> {
            for (int i = 0; i < batch; i++) {
                copy(da, i * first, dy, i * (first + second), first);
                copy(db, i * second, dy, i * (first + second) + first, second);
            }
        };
    }

    private static void copy(@Nullable Tensor to, int at, Tensor from, int start, int count) {
        if (to != null) {
            to.copy(at, from, start, count);
        }
    }

    /** Some rows of each picture. */
    static Kernel rows(Node node) {
        Tensor x = node.in(0);
        Tensor y = node.out(0);
        int batch = node.whole(0);
        int width = x.size(1);
        int whole = x.length() / batch;
        int part = node.whole(2) * width;
        return () -> {
            for (int b = 0; b < batch; b++) {
                y.copy(b * part, x, b * whole + node.whole(1) * width, part);
            }
        };
    }

    /** Gradient of {@link #rows}: zero but for those rows; inputs x, dy. */
    static Kernel rowsGradient(Node node) {
        Tensor dy = node.in(1);
        Tensor dx = node.out(0);
        int batch = node.whole(0);
        int width = dx.size(1);
        int whole = dx.length() / batch;
        int part = node.whole(2) * width;
        int start = node.whole(1) * width;
        float[] zeros = new float[Math.max(start, whole - start - part)];
        return () -> {
            for (int b = 0; b < batch; b++) {
                int at = b * whole;
                dx.put(at, zeros, 0, start);
                dx.copy(at + start, dy, b * part, part);
                dx.put(at + start + part, zeros, 0, whole - start - part);
            }
        };
    }

    /** The first rows of a table added to each picture. */
    static Kernel addPositions(Node node) {
        Tensor x = node.in(0);
        Tensor table = node.in(1);
        Tensor y = node.out(0);
        int batch = node.whole(0);
        int each = x.length() / batch;
        float[][] numbers = node.scratch(each);
        float[] positions = new float[each];
        return () -> {
            table.get(0, positions, 0, each);
            node.workers().run(batch, 1, (thread, from, to) -> {
                for (int b = from; b < to; b++) {
                    x.get(b * each, numbers[thread], 0, each);
                    Loops.add(numbers[thread], positions, each);
                    y.put(b * each, numbers[thread], 0, each);
                }
            });
        };
    }

    /** Gradient of the table: sums over the pictures, zero for rows not used; inputs table, dy. */
    static Kernel addPositionsGradient(Node node) {
        Tensor table = node.in(0);
        Tensor dy = node.in(1);
        Tensor dTable = node.out(0);
        int each = dy.length() / node.whole(0);
        float[] sum = new float[table.length()];
        float[] numbers = new float[each];
        return () -> {
            Arrays.fill(sum, 0, each, 0f);
            for (int b = 0; b < node.whole(0); b++) {
                dy.get(b * each, numbers, 0, each);
                Loops.add(sum, numbers, each);
            }
            dTable.put(0, sum, 0, sum.length);
        };
    }

    /** One row of a table added to one row; inputs x, table, the row's number. */
    static Kernel addPosition(Node node) {
        Tensor x = node.in(0);
        Tensor table = node.in(1);
        int width = x.length();
        float[] numbers = new float[width];
        float[] row = new float[width];
        return () -> {
            x.get(0, numbers, 0, width);
            table.get(node.in(2).ints().get(0) * width, row, 0, width);
            Loops.add(numbers, row, width);
            node.out(0).put(0, numbers, 0, width);
        };
    }

    /** A row of the table for each id. */
    static Kernel embedding(Node node) {
        Tensor table = node.in(0);
        Tensor ids = node.in(1);
        Tensor y = node.out(0);
        int width = table.size(1);
        return () -> {
            for (int i = 0; i < ids.length(); i++) {
                y.copy(i * width, table, ids.ints().get(i) * width, width);
            }
        };
    }

    /** Gradient of the table: each id's row gets the sum of its places; inputs table, ids, dy. */
    static Kernel embeddingGradient(Node node) {
        Tensor ids = node.in(1);
        Tensor dy = node.in(2);
        Tensor dTable = node.out(0);
        int width = dTable.size(1);
        float[] sum = new float[dTable.length()];
        float[] row = new float[width];
        return () -> {
            Arrays.fill(sum, 0);
            for (int i = 0; i < ids.length(); i++) {
                dy.get(i * width, row, 0, width);
                int at = ids.ints().get(i) * width;
                for (int c = 0; c < width; c++) {
                    sum[at + c] += row[c];
                }
            }
            dTable.put(0, sum, 0, sum.length);
        };
    }
}
