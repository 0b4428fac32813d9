package dev.patchbook.chart;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * All that was measured in one run, appended as it comes: any number of named series, each at the steps at which it was
 * measured. Not safe for several threads: it belongs to the thread that draws it.
 */
public final class RunSeries {
    private final String name;
    private final Map<SeriesKey, Series> all = new LinkedHashMap<>();
    private double step;
    private double seconds;
    private double stepsAnEpoch = Double.NaN;

    /** A run without steps, by the name it has beside its lines. */
    public RunSeries(String name) {
        this.name = name;
    }

    /** The name beside its lines. */
    public String name() {
        return name;
    }

    /** The next step is at hand; its clock goes on by the milliseconds it took, where they are known. */
    public void step(double number, double milliseconds) {
        step = number;
        seconds += milliseconds > 0 ? milliseconds / 1000 : 0;
    }

    /** Appends what was measured at the step at hand. */
    public void add(SeriesKey key, double value) {
        add(key, step, value);
    }

    /** Appends what was measured when so many updates were done. */
    public void add(SeriesKey key, double at, double value) {
        series(key).add(at, seconds, value);
    }

    /** A series to append to. */
    Series series(SeriesKey key) {
        return all.computeIfAbsent(key, each -> new Series());
    }

    /** Forgets what was measured. */
    public void clear() {
        all.values().forEach(Series::clear);
        step = 0;
        seconds = 0;
    }

    /** How many steps, whole or not, see as many rows as there are; not a number: not known. */
    public void setEpoch(double steps) {
        stepsAnEpoch = steps;
    }

    /** A series; one without rows where this was never measured. */
    public Series get(SeriesKey key) {
        return all.getOrDefault(key, Series.NONE);
    }

    /** What was measured of a strip, in the order it came first. */
    public List<SeriesKey> keys(Strip strip) {
        List<SeriesKey> keys = new ArrayList<>();
        all.forEach((key, series) -> {
            if (key.strip() == strip && series.size() > 0) {
                keys.add(key);
            }
        });
        return keys;
    }

    /** Number of steps with a training loss. */
    public int size() {
        return get(SeriesKey.TRAINING).size();
    }

    /** Whether it can be shown along an axis. */
    public boolean has(Axis axis) {
        return axis != Axis.EPOCH || stepsAnEpoch > 0;
    }

    /** The steps in a part of an axis; none where the part holds none. */
    public Range steps(Axis axis, Range part) {
        if (axis != Axis.TIME) {
            return new Range(part.min() * unit(axis), part.max() * unit(axis));
        }
        double first = Double.POSITIVE_INFINITY;
        double last = Double.NEGATIVE_INFINITY;
        for (Series series : all.values()) {
            int from = series.firstAtLeast(series.xs(axis), part.min());
            int to = series.firstAtLeast(series.xs(axis), Math.nextUp(part.max()));
            if (from < to) {
                first = Math.min(first, series.step(from));
                last = Math.max(last, series.step(to - 1));
            }
        }
        return first <= last ? new Range(first, last) : new Range(-1, -1);
    }

    /** How far it reaches along an axis. */
    double end(Axis axis) {
        double end = 0;
        for (Series series : all.values()) {
            int last = series.size() - 1;
            end = last < 0 ? end : Math.max(end, series.xs(axis)[last] / unit(axis));
        }
        return end;
    }

    /** How many of a series' own units of place, steps or seconds, are one of the axis. */
    double unit(Axis axis) {
        return axis == Axis.EPOCH ? stepsAnEpoch : 1;
    }
}
