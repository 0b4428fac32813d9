package dev.patchbook.data;

import dev.patchbook.base.CounterHash;
import dev.patchbook.config.Variant;
import java.util.HashMap;
import java.util.Map;

/**
 * Which training rows a step sees: a pure function of seed and step, so that a run resumes exactly. Keeps the last order
 * it worked out; not safe for use by several threads.
 */
public final class BatchSampler {
    private static final long SITE = 0x6F72646572L; // "order": apart from the sites of dropout

    private final int[] rows;
    private final int batch;
    private final long seed;
    private final boolean epochs;
    private int[] order = {};
    private long orderOf = -1;

    /**
     * A sampler.
     *
     * @param variant {@code published} draws rows at random each step, none twice within one batch as long as there are
     *     enough; the others go through shuffled epochs, one after the other, and a batch goes on into the next epoch
     * @param rows what to draw from
     * @param batch rows in a step
     * @param seed of the run
     */
    public BatchSampler(Variant variant, int[] rows, int batch, long seed) {
        if (rows.length == 0 || batch < 1) {
            throw new IllegalArgumentException(rows.length + " rows, batches of " + batch);
        }
        this.rows = rows.clone();
        this.batch = batch;
        this.seed = seed;
        this.epochs = variant != Variant.PUBLISHED;
    }

    /** The rows of step {@code step}, from 0. */
    public int[] rows(long step) {
        return epochs ? inEpochs(step) : atRandom(step);
    }

    private int[] inEpochs(long step) {
        int[] drawn = new int[batch];
        long first = Math.multiplyExact(step, batch);
        for (int i = 0; i < batch; i++) {
            int[] shuffled = epoch((first + i) / rows.length);
            drawn[i] = rows[shuffled[(int) ((first + i) % rows.length)]];
        }
        return drawn;
    }

    private int[] epoch(long epoch) {
        if (epoch != orderOf) {
            order = CounterHash.permutation(CounterHash.key(seed, epoch, SITE), rows.length);
            orderOf = epoch;
        }
        return order;
    }

    /** The start of Fisher and Yates's shuffle; only the entries it has moved are kept. */
    private int[] atRandom(long step) {
        int[] drawn = new int[batch];
        Map<Integer, Integer> moved = new HashMap<>();
        for (int i = 0; i < batch; i++) {
            int place = i % rows.length;
            if (place == 0) {
                moved.clear(); // more rows asked for than there are: another round
            }
            long key = CounterHash.key(seed, step, SITE + 1 + i / rows.length);
            int chosen = place + CounterHash.below(key, place, rows.length - place);
            drawn[i] = rows[moved.getOrDefault(chosen, chosen)];
            moved.put(chosen, moved.getOrDefault(place, place));
        }
        return drawn;
    }
}
