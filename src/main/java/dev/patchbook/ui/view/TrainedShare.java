package dev.patchbook.ui.view;

import dev.patchbook.chart.Numbers;
import dev.patchbook.engine.ModelSummary.Part;
import java.util.List;

/**
 * How much of some parts of a model trains.
 *
 * @param all numbers, adapters included
 * @param trained those that train
 * @param adapters those of adapters
 */
record TrainedShare(long all, long trained, long adapters) {
    static TrainedShare of(List<Part> parts) {
        return new TrainedShare(
                parts.stream().mapToLong(Part::parameters).sum(),
                parts.stream().mapToLong(Part::trained).sum(),
                parts.stream().mapToLong(Part::adapters).sum());
    }

    /** Whether there is nothing to say: all of it trains, and there are no adapters. */
    boolean plain() {
        return trained == all && adapters == 0;
    }

    /** Whether none of it trains but adapters. */
    boolean frozen() {
        return trained <= adapters;
    }

    boolean adapted() {
        return adapters > 0;
    }

    String words() {
        if (plain()) {
            return "trains";
        } else if (!adapted()) {
            return trained == 0 ? "frozen" : Numbers.compact(trained) + " of " + Numbers.compact(all) + " train";
        } else if (trained == 0) {
            return "frozen, adapters too";
        }
        return trained == adapters
                ? "frozen, adapters train: " + Numbers.compact(adapters)
                : Numbers.compact(trained) + " of " + Numbers.compact(all) + " train, adapters "
                        + Numbers.compact(adapters);
    }
}
