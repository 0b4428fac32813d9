package dev.patchbook.session;

import dev.patchbook.base.UpdateRatios;
import dev.patchbook.engine.TrainEvent.Step;
import java.util.Arrays;
import java.util.List;

/**
 * The steps of a run as columns of numbers. A series is a fixed prefix of arrays that only ever grow at their end:
 * appending gives a longer series that shares them, and the shorter one stays as it was, to be read on any thread.
 * Appending twice to the same series copies the second time.
 */
public final class LossSeries {
    private static final int FIRST = 256;

    /** No steps. */
    public static final LossSeries EMPTY = new LossSeries(new Columns(0), 0);

    private final Columns columns;
    private final int size;

    private static final class Columns {
        private final long[] steps;
        private final double[] losses;
        private final double[] millis;
        private final double[] rates;
        private final double[] norms;
        private final int[] rows;
        private final double[] dataMillis;
        private final UpdateRatios[] ratios;
        private int used;

        Columns(int capacity) {
            this.steps = new long[capacity];
            this.losses = new double[capacity];
            this.millis = new double[capacity];
            this.rates = new double[capacity];
            this.norms = new double[capacity];
            this.rows = new int[capacity];
            this.dataMillis = new double[capacity];
            this.ratios = new UpdateRatios[capacity];
        }

        private Columns(Columns other, int size, int capacity) {
            this.steps = Arrays.copyOf(Arrays.copyOf(other.steps, size), capacity);
            this.losses = Arrays.copyOf(Arrays.copyOf(other.losses, size), capacity);
            this.millis = Arrays.copyOf(Arrays.copyOf(other.millis, size), capacity);
            this.rates = Arrays.copyOf(Arrays.copyOf(other.rates, size), capacity);
            this.norms = Arrays.copyOf(Arrays.copyOf(other.norms, size), capacity);
            this.rows = Arrays.copyOf(Arrays.copyOf(other.rows, size), capacity);
            this.dataMillis = Arrays.copyOf(Arrays.copyOf(other.dataMillis, size), capacity);
            this.ratios = Arrays.copyOf(Arrays.copyOf(other.ratios, size), capacity);
            this.used = size;
        }

        /** Takes room for rows from {@code from} on, where no longer series has taken it yet. */
        synchronized boolean claim(int from, int to) {
            if (used != from || to > steps.length) {
                return false;
            }
            used = to;
            return true;
        }

        void put(int row, Step step) {
            steps[row] = step.step();
            losses[row] = step.loss();
            millis[row] = step.ms();
            rates[row] = step.learningRate();
            norms[row] = step.gradientNorm();
            rows[row] = step.detail().rows();
            dataMillis[row] = step.detail().dataMs();
            ratios[row] = step.detail().ratios();
        }
    }

    private LossSeries(Columns columns, int size) {
        this.columns = columns;
        this.size = size;
    }

    /** This series and more steps. Where they begin at or before its last step, what was from there on is dropped. */
    public LossSeries append(List<Step> more) {
        if (more.isEmpty()) {
            return this;
        }
        LossSeries base = before(more.get(0).step());
        int to = base.size + more.size();
        Columns target = base.columns;
        if (!target.claim(base.size, to)) {
            target = new Columns(base.columns, base.size, Math.max(FIRST, Math.max(to, base.size * 2)));
            target.claim(base.size, to);
        }
        for (int i = 0; i < more.size(); i++) {
            target.put(base.size + i, more.get(i));
        }
        return new LossSeries(target, to);
    }

    /** The rows before a step. */
    private LossSeries before(long step) {
        int end = size;
        while (end > 0 && columns.steps[end - 1] >= step) {
            end--;
        }
        return end == size ? this : new LossSeries(columns, end);
    }

    /** How many steps there are. */
    public int size() {
        return size;
    }

    /** Number of the step in a row. */
    public long step(int row) {
        return columns.steps[checked(row)];
    }

    /** Loss of the batch before the update. */
    public double loss(int row) {
        return columns.losses[checked(row)];
    }

    /** How long the step took, milliseconds. */
    public double ms(int row) {
        return columns.millis[checked(row)];
    }

    /** Learning rate used. */
    public double learningRate(int row) {
        return columns.rates[checked(row)];
    }

    /** Norm of the gradient before clipping. */
    public double gradientNorm(int row) {
        return columns.norms[checked(row)];
    }

    /** Rows trained on a second; NaN where it is not known. */
    public double samplesPerSecond(int row) {
        int rows = columns.rows[checked(row)];
        return rows == 0 ? Double.NaN : rows * 1000.0 / columns.millis[row];
    }

    /** Of the step's milliseconds, those spent laying out data; NaN where it is not known. */
    public double dataMs(int row) {
        return columns.dataMillis[checked(row)];
    }

    /** How far the step moved each part; measured now and then. */
    public UpdateRatios ratios(int row) {
        return columns.ratios[checked(row)];
    }

    /** Copies losses into an array, rows {@code from} to {@code to}. */
    public double[] losses(int from, int to) {
        return Arrays.copyOfRange(columns.losses, from, Math.min(to, size));
    }

    /** Mean duration of the last steps, milliseconds; NaN where there are none. */
    public double meanMs(int last) {
        int from = Math.max(0, size - last);
        double sum = 0;
        for (int i = from; i < size; i++) {
            sum += columns.millis[i];
        }
        return sum / (size - from);
    }

    /**
     * The duration that a share of the last steps stay within, milliseconds; NaN where there are none.
     *
     * @param last how many steps
     * @param share from 0 to 1
     */
    public double msWithin(int last, double share) {
        double[] millis = Arrays.copyOfRange(columns.millis, Math.max(0, size - last), size);
        Arrays.sort(millis);
        return millis.length == 0 ? Double.NaN : millis[(int) Math.round(share * (millis.length - 1))];
    }

    private int checked(int row) {
        if (row < 0 || row >= size) {
            throw new IndexOutOfBoundsException("row " + row + " of " + size);
        }
        return row;
    }
}
