package dev.patchbook.train;

import dev.patchbook.base.ImageUse;
import dev.patchbook.config.ImageRef;
import dev.patchbook.data.Dataset;
import dev.patchbook.data.PictureChange;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Deque;
import java.util.List;

/**
 * One evaluation, cut into slices of a batch or a caption each, so that others have their turn between two. The weights must not
 * change before it is done.
 */
public final class Evaluation {
    /**
     * What was found.
     *
     * @param loss mean over the counted targets
     * @param use whether the model looks at its pictures
     * @param captions of the pinned pictures
     * @param pins which they are
     */
    public record Result(double loss, ImageUse use, List<String> captions, List<String> pins) {}

    /** Mean loss of some rows, and how many targets it is over. */
    record Part(double loss, int counted) {}

    private static final class Mean {
        private double sum;
        private long counted;

        void add(Part part) {
            sum += part.loss * part.counted;
            counted += part.counted;
        }

        double value() {
            return counted == 0 ? Double.NaN : sum / counted;
        }
    }

    private final Evaluator evaluator;
    private final TrainStep step;
    private final Deque<Runnable> slices = new ArrayDeque<>();
    private final int total;
    private final Mean all = new Mean();
    private final Mean seen = new Mean();
    private final Mean shuffled = new Mean();
    private final Mean blank = new Mean();
    private final List<String> captions = new ArrayList<>();
    private final List<String> pins = new ArrayList<>();
    private int looked;

    Evaluation(Evaluator evaluator, TrainStep step, int[][] batches, boolean[] look, long seed, List<ImageRef> pinned) {
        this.evaluator = evaluator;
        this.step = step;
        List<int[]> wanted = new ArrayList<>();
        for (int i = 0; i < batches.length; i++) {
            int[] rows = batches[i];
            boolean also = look[i];
            slices.add(() -> real(rows, also));
            if (also) {
                wanted.add(rows);
            }
        }
        int[] rows = wanted.stream().flatMapToInt(Arrays::stream).toArray();
        looked = rows.length;
        if (rows.length > 0) {
            others(wanted, rows, seed);
        }
        for (ImageRef pin : pinned) {
            evaluator.row(pin).ifPresent(row -> slices.add(() -> caption(pin, row)));
        }
        total = slices.size();
    }

    private void real(int[] rows, boolean also) {
        Part part = evaluator.part(step, PictureChange.NONE, rows);
        all.add(part);
        if (also) {
            seen.add(part);
        }
    }

    private void others(List<int[]> batches, int[] rows, long seed) {
        int[] wrong = evaluator.wrong(seed, rows);
        byte[] even = evaluator.blank(rows);
        int from = 0;
        for (int[] batch : batches) {
            int at = from;
            if (rows.length > 1) {
                slices.add(() -> shuffled.add(
                        evaluator.part(step, (own, side, now, i) -> evaluator.picture(wrong[at + i]), batch)));
            }
            slices.add(() -> blank.add(evaluator.part(step, (own, side, now, i) -> even, batch)));
            from += batch.length;
        }
    }

    private void caption(ImageRef pin, Dataset.Row row) {
        captions.add(evaluator.caption(row));
        pins.add(pin.text());
    }

    /** Does the next slice; whether that was the last. */
    public boolean advance() {
        Runnable next = slices.poll();
        if (next != null) {
            next.run();
        }
        return slices.isEmpty();
    }

    /** Slices done. */
    public int done() {
        return total - slices.size();
    }

    /** Slices in all. */
    public int total() {
        return total;
    }

    /** What was found, once all is done. */
    public Result result() {
        ImageUse use =
                looked == 0 ? ImageUse.NONE : new ImageUse(looked, seen.value(), shuffled.value(), blank.value());
        return new Result(all.value(), use, List.copyOf(captions), List.copyOf(pins));
    }
}
