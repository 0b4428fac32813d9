package dev.patchbook.export;

import dev.patchbook.chart.Axis;
import dev.patchbook.chart.Range;
import dev.patchbook.chart.RunSeries;
import dev.patchbook.chart.Series;
import dev.patchbook.chart.SeriesKey;
import dev.patchbook.chart.Strip;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.DoubleStream;

/** What a chart of runs shows, as a table: a row a step, a column a series, values as they were measured. */
public final class ChartSheet {
    private ChartSheet() {}

    /** One column: a series and how far it has been read. */
    private static final class Column {
        private final String head;
        private final Series series;
        private int next;

        Column(String head, Series series) {
            this.head = head;
            this.series = series;
        }

        Object at(double step) {
            while (next < series.size() && series.step(next) < step) {
                next++;
            }
            return next < series.size() && series.step(next) == step ? series.value(next) : "";
        }
    }

    /** The table of some runs; with a part of a horizontal axis, the steps of the first run in it. */
    public static Sheet of(List<RunSeries> runs, Axis axis, Range shown) {
        List<Column> columns = new ArrayList<>();
        for (RunSeries run : runs) {
            for (Strip strip : Strip.values()) {
                for (SeriesKey key : run.keys(strip)) {
                    columns.add(new Column((runs.size() > 1 ? run.name() + " " : "") + key.title(), run.get(key)));
                }
            }
        }
        Range steps = runs.isEmpty() ? shown : runs.get(0).steps(axis, shown);
        List<List<Object>> rows = new ArrayList<>();
        for (double step : steps(columns)) {
            if (step < steps.min() || step > steps.max()) {
                continue;
            }
            Object[] row = new Object[columns.size() + 1];
            row[0] = (long) step;
            for (int i = 0; i < columns.size(); i++) {
                row[i + 1] = columns.get(i).at(step);
            }
            rows.add(Arrays.asList(row));
        }
        List<String> head = new ArrayList<>(List.of("step"));
        columns.forEach(column -> head.add(column.head));
        return new Sheet("chart", "What the chart shows", head, rows);
    }

    private static double[] steps(List<Column> columns) {
        DoubleStream all = DoubleStream.empty();
        for (Column column : columns) {
            Series series = column.series;
            double[] own = new double[series.size()];
            Arrays.setAll(own, series::step);
            all = DoubleStream.concat(all, Arrays.stream(own));
        }
        return all.sorted().distinct().toArray();
    }
}
