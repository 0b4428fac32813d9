package dev.patchbook.chart;

import java.util.EnumSet;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * How a chart shows its runs.
 *
 * @param log whether equal factors of losses and norms are equal heights
 * @param axis what lies along
 * @param smoothing weight of the past in the losses' lines, 0 up to, not including, 1; 0: the losses as they are
 * @param total steps the run will have; 0: not known
 * @param zoom part of the horizontal axis to show; null: all
 * @param folded strips of which only the title is shown
 */
public record ChartOptions(
        boolean log,
        Axis axis,
        double smoothing,
        double total,
        @Nullable Range zoom,
        Set<Strip> folded) {
    /** Logarithmic, by step, without smoothing. */
    public static final ChartOptions DEFAULT = new ChartOptions(true, Axis.STEP, 0, 0, null, Set.of());

    /** Copies the set. */
    public ChartOptions {
        folded = Set.copyOf(folded);
    }

    /** The same with a logarithmic or linear loss. */
    public ChartOptions withLog(boolean value) {
        return new ChartOptions(value, axis, smoothing, total, zoom, folded);
    }

    /** The same along another axis, showing all of it. */
    public ChartOptions withAxis(Axis value) {
        return new ChartOptions(log, value, smoothing, total, null, folded);
    }

    /** The same with another smoothing. */
    public ChartOptions withSmoothing(double value) {
        return new ChartOptions(log, axis, value, total, zoom, folded);
    }

    /** The same for a run of so many steps. */
    public ChartOptions withTotal(double value) {
        return new ChartOptions(log, axis, smoothing, value, zoom, folded);
    }

    /** The same showing a part of the horizontal axis; null: all. */
    public ChartOptions withZoom(@Nullable Range value) {
        return new ChartOptions(log, axis, smoothing, total, value, folded);
    }

    /** The same with a strip folded to its title, or open. */
    public ChartOptions withFolded(Strip strip, boolean value) {
        Set<Strip> now = EnumSet.noneOf(Strip.class);
        now.addAll(folded);
        if (value) {
            now.add(strip);
        } else {
            now.remove(strip);
        }
        return new ChartOptions(log, axis, smoothing, total, zoom, now);
    }
}
