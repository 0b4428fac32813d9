package dev.patchbook.train;

import dev.patchbook.checkpoint.MetricLine;
import java.util.List;

/** How the validation loss goes: the smallest so far, and for how many evaluations there was no smaller one. */
final class LossWatch {
    private double best = Double.POSITIVE_INFINITY;
    private int since;

    /** Whether a loss is smaller than all before. */
    boolean add(double loss) {
        boolean better = loss < best;
        best = better ? loss : best;
        since = better ? 0 : since + 1;
        return better;
    }

    /** Whether it is time to end. A run that ended so and goes on has all its patience again. */
    boolean exhausted(int patience) {
        return patience > 0 && since >= patience;
    }

    /** Begins to count anew. */
    void patient() {
        since = 0;
    }

    /** Takes over what was noted before a step. */
    void restore(List<MetricLine> metrics, long step) {
        metrics.stream()
                .filter(line -> line.event().equals("evaluated") && line.step() > 0 && line.step() < step)
                .forEach(line -> add(line.loss()));
    }
}
