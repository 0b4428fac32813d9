package dev.patchbook.checkpoint;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/**
 * Keeps a run's checkpoints within a bound on disk. First the older ones lose the optimizer's state, most of their size and of no
 * use for looking; then whole ones go, each time the one whose neighbours are closest to each other, so that those left are
 * spread over the run.
 *
 * @param left what is left, the oldest first
 * @param shrunk steps of those that lose the optimizer's state
 * @param gone steps of those that go
 */
record Thinning(List<KeptCheckpoint> left, Set<Long> shrunk, Set<Long> gone) {
    /**
     * What to do.
     *
     * @param all the checkpoints, the oldest first
     * @param last step of the one training goes on from; left whole
     * @param best step of the best one, which keeps its weights; -1: there is none
     * @param bound bytes they may take; 0: any
     */
    static Thinning of(List<KeptCheckpoint> all, long last, long best, long bound) {
        List<KeptCheckpoint> left = new ArrayList<>(all);
        Set<Long> shrunk = new HashSet<>();
        Set<Long> gone = new HashSet<>();
        for (int i = 0; i < left.size() && over(left, bound); i++) {
            KeptCheckpoint each = left.get(i);
            if (each.step() != last && each.optimizerBytes() > 0) {
                left.set(i, each.withoutOptimizer());
                shrunk.add(each.step());
            }
        }
        int drop = over(left, bound) ? closest(left, last, best) : -1;
        while (drop >= 0) {
            gone.add(left.remove(drop).step());
            drop = over(left, bound) ? closest(left, last, best) : -1;
        }
        shrunk.removeAll(gone);
        return new Thinning(left, shrunk, gone);
    }

    private static boolean over(List<KeptCheckpoint> left, long bound) {
        return bound > 0 && left.stream().mapToLong(KeptCheckpoint::bytes).sum() > bound;
    }

    /** The place of the one that is missed least; -1 where none may go. */
    private static int closest(List<KeptCheckpoint> left, long last, long best) {
        int found = -1;
        long smallest = Long.MAX_VALUE;
        for (int i = 0; i < left.size(); i++) {
            long step = left.get(i).step();
            long before = i == 0 ? 0 : left.get(i - 1).step();
            long after = i == left.size() - 1 ? step : left.get(i + 1).step();
            if (step != last && step != best && after - before < smallest) {
                smallest = after - before;
                found = i;
            }
        }
        return found;
    }
}
