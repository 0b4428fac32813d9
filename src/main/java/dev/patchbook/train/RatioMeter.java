package dev.patchbook.train;

import dev.patchbook.base.UpdateRatios;
import dev.patchbook.config.ParameterLayout;
import dev.patchbook.config.ParameterLayout.Entry;
import dev.patchbook.plan.Tensor;
import dev.patchbook.plan.Workers;
import java.util.Arrays;
import org.nd4j.linalg.api.buffer.DataType;

/**
 * How far an update moves each part of the model, now and then: the weights are copied before it and compared after, so that it
 * holds however the update was made. It is made a slice at a time, since a copy of all weights would be kept for nothing else.
 */
final class RatioMeter implements AutoCloseable {
    /** Steps between two measurements: the two passes over the weights are then well below a hundredth of the work. */
    private static final int EVERY = 10;

    private static final int BLOCK = 4096;
    private static final int SLICE = 64 * BLOCK;
    private static final int PARTS = 5;

    /** Updates the weights from one place to before another. */
    @FunctionalInterface
    interface SliceUpdate {
        void update(int from, int to);
    }

    private final ParameterLayout layout;
    private final Workers workers;
    private final int[] parts;
    private final Tensor before;
    private final float[][] scratch;

    RatioMeter(ParameterLayout layout, Workers workers) {
        this.layout = layout;
        this.workers = workers;
        this.parts = blocks(layout);
        this.before = Tensor.zeros(DataType.FLOAT, Math.min(SLICE, layout.length()));
        this.scratch = new float[workers.threads()][2 * BLOCK];
    }

    /** The part each block of the flat buffer is of; -1: of several. */
    private static int[] blocks(ParameterLayout layout) {
        int[] parts = new int[Math.toIntExact((layout.length() + BLOCK - 1) / BLOCK)];
        Arrays.fill(parts, PARTS);
        for (Entry entry : layout.entries()) {
            int part = part(entry.name());
            for (long b = entry.offset() / BLOCK; b <= (entry.offset() + entry.length() - 1) / BLOCK; b++) {
                parts[(int) b] = parts[(int) b] == PARTS || parts[(int) b] == part ? part : -1;
            }
        }
        return parts;
    }

    private static int part(String name) {
        if (name.startsWith("vision_encoder.")) {
            return 0;
        } else if (name.startsWith("decoder.image_projection.")) {
            return 1;
        } else if (name.startsWith("decoder.token_embedding") || name.startsWith("decoder.position_embedding")) {
            return 2;
        }
        return name.startsWith("decoder.blocks.") ? 3 : 4;
    }

    /**
     * Has the update of a step made and tells how far it moved the parts, where it is one of those that are measured.
     *
     * @param weights which it changes
     * @param update makes it, whole or slice by slice
     */
    UpdateRatios of(long step, Tensor weights, SliceUpdate update) {
        if (step % EVERY != 0) {
            update.update(0, weights.length());
            return UpdateRatios.NONE;
        }
        double[][] sums = new double[workers.threads()][2 * PARTS];
        for (int start = 0; start < weights.length(); start += SLICE) {
            int slice = start;
            int count = Math.min(SLICE, weights.length() - start);
            workers.run(count, BLOCK, (thread, from, to) -> before.copy(from, weights, slice + from, to - from));
            update.update(slice, slice + count);
            workers.run(count, BLOCK, (thread, from, to) -> {
                for (int i = from; i < to; i += BLOCK) {
                    add(sums[thread], scratch[thread], weights, slice, i, Math.min(BLOCK, to - i));
                }
            });
        }
        double[] ratios = new double[PARTS];
        for (int part = 0; part < PARTS; part++) {
            double moved = 0;
            double size = 0;
            for (double[] sum : sums) {
                moved += sum[2 * part];
                size += sum[2 * part + 1];
            }
            ratios[part] = Math.log10(Math.sqrt(moved / size));
        }
        return new UpdateRatios(ratios[0], ratios[1], ratios[2], ratios[3], ratios[4]);
    }

    private void add(double[] sums, float[] block, Tensor now, int slice, int at, int count) {
        int from = slice + at;
        before.get(at, block, 0, count);
        now.get(from, block, BLOCK, count);
        int part = parts[from / BLOCK];
        if (part >= 0) {
            add(sums, block, part, 0, count);
            return;
        }
        for (Entry entry : layout.entries()) {
            int start = (int) Math.max(0, entry.offset() - from);
            int end = (int) Math.min(count, entry.offset() + entry.length() - from);
            if (start < end) {
                add(sums, block, part(entry.name()), start, end);
            }
        }
    }

    private static void add(double[] sums, float[] block, int part, int from, int to) {
        float moved = 0;
        float size = 0;
        for (int i = from; i < to; i++) {
            float difference = block[BLOCK + i] - block[i];
            moved += difference * difference;
            size += block[i] * block[i];
        }
        sums[2 * part] += moved;
        sums[2 * part + 1] += size;
    }

    @Override
    public void close() {
        before.close();
    }
}
