package dev.patchbook.chart;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;

/**
 * What a chart says of one place along its horizontal axis: values as they were measured, of every run in every open strip.
 *
 * @param x place on the axis
 * @param where in words: step, epoch and time of the run that was pointed at
 * @param losses a line a run
 * @param strips what the other open strips show there, from above
 */
public record Reading(double x, String where, List<String> losses, Map<Strip, String> strips) {

    /** The run by whose steps a chart is gone along: the one that reaches farthest; the first of equals. */
    public static RunSeries lead(List<RunSeries> runs, Axis axis) {
        RunSeries lead = runs.get(0);
        for (RunSeries run : runs) {
            lead = run.size() > 0 && run.end(axis) > lead.end(axis) ? run : lead;
        }
        return lead;
    }

    /** The place of a step of a run. */
    public static double place(RunSeries run, Axis axis, int row) {
        return run.get(SeriesKey.TRAINING).xs(axis)[row] / run.unit(axis);
    }

    /** The step of a run nearest to a place; -1 where it has none. */
    public static int nearest(RunSeries run, Axis axis, double x) {
        Series losses = run.get(SeriesKey.TRAINING);
        return losses.nearest(losses.xs(axis), x * run.unit(axis));
    }

    /** What is said of a step of the leading run. */
    public static Reading of(RunPlot plot, int row) {
        ChartOptions options = plot.options();
        RunSeries lead = lead(plot.runs(), options.axis());
        Series losses = lead.get(SeriesKey.TRAINING);
        double x = place(lead, options.axis(), row);
        StringBuilder where = new StringBuilder("step " + Numbers.count((long) losses.step(row)));
        if (lead.has(Axis.EPOCH)) {
            where.append(" · epoch ").append(Numbers.significant(losses.step(row) / lead.unit(Axis.EPOCH), 3));
        }
        where.append(" · ").append(Numbers.duration(losses.seconds(row) * 1000));
        List<String> all = new ArrayList<>();
        boolean many = plot.runs().size() > 1;
        for (RunSeries run : plot.runs()) {
            all.add((many ? run.name() + ": " : "") + losses(run, options, x));
        }
        Map<Strip, String> strips = new EnumMap<>(Strip.class);
        for (StripPlot strip : plot.plots()) {
            String values = strip.strip() == Strip.LOSS ? "" : values(strip, options.axis(), x);
            if (!values.isEmpty()) {
                strips.put(strip.strip(), values);
            }
        }
        return new Reading(x, where.toString(), all, strips);
    }

    /** Everything, to be spoken. */
    public String words() {
        StringBuilder words = new StringBuilder(where + ", " + String.join(", ", losses));
        strips.forEach((strip, values) ->
                words.append(", ").append(strip.title()).append(' ').append(values));
        return words.toString();
    }

    private static String losses(RunSeries run, ChartOptions options, double x) {
        Series losses = run.get(SeriesKey.TRAINING);
        int row = nearest(run, options.axis(), x);
        if (row < 0) {
            return "no steps";
        }
        StringBuilder text = new StringBuilder();
        if (run.end(options.axis()) < x) {
            text.append("ended at step ")
                    .append(Numbers.count((long) losses.step(row)))
                    .append(" · ");
        }
        text.append("loss ").append(Numbers.loss(losses.value(row)));
        if (options.smoothing() > 0) {
            double smooth = Smoothing.exponential(losses.values(), row + 1, options.smoothing())[row];
            text.append(" · smoothed ").append(Numbers.loss(smooth));
        }
        for (SeriesKey key : run.keys(Strip.LOSS)) {
            int look = key.equals(SeriesKey.TRAINING) ? -1 : run.get(key).lastUpTo(losses.step(row));
            if (look >= 0) {
                text.append(" · ")
                        .append(key.name())
                        .append(' ')
                        .append(Numbers.loss(run.get(key).value(look)));
                double step = run.get(key).step(look);
                text.append(step == losses.step(row) ? "" : " at " + Numbers.count((long) step));
            }
        }
        return text.toString();
    }

    private static String values(StripPlot strip, Axis axis, double x) {
        List<String> values = new ArrayList<>();
        for (Curve curve : strip.curves()) {
            Series series = curve.series();
            int row = series.nearest(series.xs(axis), x * curve.run().unit(axis));
            if (row >= 0) {
                String value = Numbers.significant(series.value(row), 3);
                values.add(curve.key().name().isEmpty() ? value : curve.key().name() + " " + value);
            }
        }
        return String.join(" · ", values);
    }
}
