package dev.patchbook.plan;

import dev.patchbook.plan.kernel.Cost;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Where a plan's time goes: what each operation takes on each shape, in the run in which it took least. Other work on the machine
 * only ever adds time, so the least is the truest.
 */
public final class PlanProfile {
    /**
     * All nodes of one operation on one shape.
     *
     * @param operation its name
     * @param shape of its inputs, for people
     * @param count how many such nodes a run has
     * @param nanos all of them took in their best run
     * @param cost what they compute and move in one run
     */
    public record Line(String operation, String shape, int count, long nanos, Cost cost) {}

    private record Key(String operation, String shape) {}

    private static final class Sum {
        private int nodes;
        private long nanos;
        private long best = Long.MAX_VALUE;
        private Cost cost = new Cost(0, 0);

        private void begin() {
            best = Math.min(best, nodes == 0 ? best : nanos);
            nodes = 0;
            nanos = 0;
            cost = new Cost(0, 0);
        }
    }

    private final Map<Key, Sum> sums = new LinkedHashMap<>();
    /** Begins one more run. */
    void begin() {
        sums.values().forEach(Sum::begin);
    }

    /** Adds what one node took. */
    void add(String operation, String shape, Cost cost, long nanos) {
        Sum sum = sums.computeIfAbsent(new Key(operation, shape), missing -> new Sum());
        sum.nodes++;
        sum.nanos += nanos;
        sum.cost = sum.cost.plus(cost);
    }

    /** Lines, the longest first. */
    public List<Line> lines() {
        List<Line> lines = new ArrayList<>();
        sums.forEach((key, sum) ->
                lines.add(new Line(key.operation, key.shape, sum.nodes, Math.min(sum.best, sum.nanos), sum.cost)));
        lines.sort(Comparator.comparingLong(Line::nanos).reversed());
        return lines;
    }
}
