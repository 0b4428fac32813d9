package dev.patchbook.chart;

import java.util.List;

/** A chart of runs as SVG: what the window draws. */
public final class RunSvg {
    private RunSvg() {}

    /** The drawing so many pixels wide, as tall as it needs to be. */
    public static String draw(List<RunSeries> runs, ChartOptions options, double width) {
        Svg letters = Svg.begin(width, 0, "");
        double height = RunPlot.usualHeight(runs, options, letters.lineHeight());
        Svg svg = Svg.begin(width, height, RunWords.of(runs));
        new RunPainter(new RunPlot(runs, options, width, height, svg), svg).paint();
        return svg.close();
    }
}
