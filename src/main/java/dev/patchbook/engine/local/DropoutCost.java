package dev.patchbook.engine.local;

import dev.patchbook.engine.Tools.BenchRequest;
import dev.patchbook.plan.Workers;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * What dropout adds to a training step. Steps with and without it are taken in turns, each pair in the other order than the one
 * before, and the ratio is the median of the pairs': what else the machine does then falls on both alike.
 */
final class DropoutCost {
    private DropoutCost() {}

    /** Medians and minima in milliseconds, and {@code dropout_ratio}. */
    static Map<String, Double> of(BenchRequest request, Workers workers) {
        List<Double> with = new ArrayList<>();
        List<Double> without = new ArrayList<>();
        List<Double> ratios = new ArrayList<>();
        try (Bench dropping = new Bench(request.withDropout(true), workers);
                Bench plain = new Bench(request.withDropout(false), workers)) {
            for (int i = 0; i < Bench.WARM_UP + request.steps(); i++) {
                boolean first = i % 2 == 0;
                double one = first ? milliseconds(dropping) : milliseconds(plain);
                double other = first ? milliseconds(plain) : milliseconds(dropping);
                if (i >= Bench.WARM_UP) {
                    with.add(first ? one : other);
                    without.add(first ? other : one);
                    ratios.add(first ? one / other : other / one);
                }
            }
        }
        Map<String, List<Double>> times = new LinkedHashMap<>();
        times.put("step_ms", with);
        times.put("without_dropout_ms", without);
        Map<String, Double> report = Bench.summary(times);
        report.put("dropout_ratio", Bench.median(ratios));
        return report;
    }

    private static double milliseconds(Bench bench) {
        long start = System.nanoTime();
        bench.step();
        return (System.nanoTime() - start) / 1e6;
    }
}
