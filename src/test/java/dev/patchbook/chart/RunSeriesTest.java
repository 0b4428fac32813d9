package dev.patchbook.chart;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class RunSeriesTest {
    private static RunSeries run(String name, int steps, double factor) {
        RunSeries run = new RunSeries(name);
        run.setEpoch(10);
        for (int i = 0; i < steps; i++) {
            run.step(i, 500);
            run.add(SeriesKey.TRAINING, factor * (i + 1));
            run.add(SeriesKey.LEARNING_RATE, 1e-3);
        }
        return run;
    }

    private static RunPlot plot(ChartOptions options, RunSeries... runs) {
        return new RunPlot(List.of(runs), options, 600, 320, Svg.begin(600, 320, ""));
    }

    @Test
    void holdsAHundredThousandStepsAndFindsThem() {
        RunSeries run = run("first", 100_000, 1);
        Series losses = run.get(SeriesKey.TRAINING);
        assertThat(losses.size()).isEqualTo(100_000);
        assertThat(losses.nearestStep(70_000.4)).isEqualTo(70_000);
        assertThat(losses.nearestStep(-3)).isZero();
        assertThat(losses.nearestStep(1e9)).isEqualTo(99_999);
        assertThat(losses.lastUpTo(41.9)).isEqualTo(41);
        assertThat(losses.lastUpTo(-1)).isEqualTo(-1);
        assertThat(losses.seconds(3)).isEqualTo(2);
        assertThat(run.get(SeriesKey.VALIDATION).nearestStep(3)).isEqualTo(-1);
    }

    @Test
    void aReadingHasTheRawValuesOfEveryOpenStrip() {
        RunSeries run = run("first", 20, 1);
        run.add(SeriesKey.VALIDATION, 10, 7.5);
        Reading reading = Reading.of(plot(ChartOptions.DEFAULT.withSmoothing(0.5), run), 12);
        assertThat(reading.where()).isEqualTo("step 12 · epoch 1.20 · 6.5 s");
        assertThat(reading.losses().get(0)).startsWith("loss 13.0 · smoothed ").endsWith(" · validation 7.50 at 10");
        assertThat(reading.strips()).containsOnly(Map.entry(Strip.LEARNING_RATE, "0.00100"));
        assertThat(Reading.of(plot(ChartOptions.DEFAULT.withFolded(Strip.LEARNING_RATE, true), run), 12)
                        .strips())
                .isEmpty();
    }

    @Test
    void aReadingNamesEachRunAndGoesOnWhereTheOwnOneEnded() {
        RunSeries longer = run("second", 40, 2);
        RunPlot plot = plot(ChartOptions.DEFAULT, run("first", 20, 1), longer);
        assertThat(Reading.lead(plot.runs(), Axis.STEP)).isSameAs(longer);
        Reading reading = Reading.of(plot, 30);
        assertThat(reading.losses()).containsExactly("first: ended at step 19 · loss 20.0", "second: loss 62.0");
        assertThat(reading.strips()).containsKey(Strip.DIFFERENCE);
    }

    @Test
    void theDrawingIsSvgWithALineForEachSeriesAndItsWords() {
        String svg = RunSvg.draw(List.of(run("a <b>", 30, 1), run("c", 40, 2)), ChartOptions.DEFAULT, 720);
        assertThat(svg)
                .contains("aria-label=\"Loss chart, 30 steps, ")
                .contains("compared with c")
                .contains(">a &lt;b&gt;<")
                .contains("learning rate")
                .contains("stroke-dasharray=\"8 4\"")
                .endsWith("</svg>");
        assertThat(svg.split("<path", -1)).hasSize(1 + 2 + 1 + 2);
    }
}
