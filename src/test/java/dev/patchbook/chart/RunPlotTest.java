package dev.patchbook.chart;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.patchbook.chart.RunPlot.Part;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.jsoup.parser.Parser;
import org.junit.jupiter.api.Test;

class RunPlotTest {
    private static final ChartOptions USUAL = ChartOptions.DEFAULT;
    private static final double PLOT = 400;

    private static RunSeries falling(int steps) {
        RunSeries run = new RunSeries("first");
        for (int i = 0; i < steps; i++) {
            run.step(i, 500);
            run.add(SeriesKey.TRAINING, 4.0 / (1 + i));
        }
        return run;
    }

    private static RunSeries of(double... losses) {
        RunSeries run = new RunSeries("first");
        for (int i = 0; i < losses.length; i++) {
            run.step(i, 1);
            run.add(SeriesKey.TRAINING, losses[i]);
        }
        return run;
    }

    private static RunPlot plot(ChartOptions options, RunSeries... runs) {
        return new RunPlot(List.of(runs), options, 600, 320, Svg.begin(600, 320, ""));
    }

    private static StripPlot loss(RunPlot plot) {
        return plot.plots().get(0);
    }

    private static Line raw(RunPlot plot) {
        StripPlot loss = loss(plot);
        return loss.raw(loss.curves().get(0), PLOT);
    }

    @Test
    void stepsSecondsAndEpochsLieWhereTheyShould() {
        RunSeries run = falling(51);
        run.setEpoch(12.5);
        RunPlot bySteps = plot(USUAL.withTotal(100), run);
        assertThat(bySteps.leftOf(50)).isEqualTo(bySteps.left() + bySteps.width() / 2);
        assertThat(plot(USUAL.withTotal(100).withAxis(Axis.TIME), run).shown()).isEqualTo(new Range(0, 25.5));
        RunPlot byEpoch = plot(USUAL.withTotal(100).withAxis(Axis.EPOCH), run);
        assertThat(byEpoch.shown()).isEqualTo(new Range(0, 8));
        assertThat(raw(byEpoch).xs()[50]).isCloseTo(PLOT / 2, within(1e-9));
    }

    /** A line that has only begun ends under its strip's title; what it is at stands below that. */
    @Test
    void aValueKeepsClearOfTheTitleAboveIt() {
        RunSeries run = falling(4);
        for (int i = 0; i < 4; i++) {
            run.add(SeriesKey.LEARNING_RATE, i, 1e-3);
        }
        Document svg = Jsoup.parse(RunSvg.draw(List.of(run), USUAL.withTotal(400), 600), "", Parser.xmlParser());
        double title = y(svg, "learning rate");
        double value = y(svg, "0.00100");
        assertThat(value - title).isGreaterThanOrEqualTo(Svg.begin(600, 0, "").lineHeight());
        Document whole = Jsoup.parse(RunSvg.draw(List.of(run), USUAL, 600), "", Parser.xmlParser());
        assertThat(y(whole, "0.00100")).as("at the right edge nothing moves it").isLessThan(value);
    }

    private static double y(Document svg, String words) {
        return svg.select("text").stream()
                .filter(text -> text.text().equals(words))
                .mapToDouble(text -> Double.parseDouble(text.attr("y")))
                .findFirst()
                .orElseThrow();
    }

    @Test
    void lowerLossesAreLowerAndAllAreInside() {
        RunSeries run = falling(300);
        run.add(SeriesKey.VALIDATION, 299, 7);
        for (boolean log : new boolean[] {true, false}) {
            StripPlot loss = loss(plot(USUAL.withLog(log), run));
            assertThat(loss.topOf(4)).isLessThan(loss.topOf(0.1));
            for (Curve curve : loss.curves()) {
                assertThat(Arrays.stream(loss.raw(curve, PLOT).ys())).allMatch(y -> y >= 0 && y <= loss.height());
            }
        }
    }

    @Test
    void aLossOfZeroBreaksTheLineOfALogarithmAlone() {
        assertThat(raw(plot(USUAL, of(1, 0, 1))).ys()[1]).isNaN();
        RunPlot linear = plot(USUAL.withLog(false), of(1, 0, 1));
        assertThat(raw(linear).ys()[1]).isEqualTo(loss(linear).height());
    }

    @Test
    void smoothingIsOfAllStepsNotOfTheReducedOnes() {
        double[] losses = new double[20_000];
        Arrays.setAll(losses, i -> i % 2 == 0 ? 1 : 3);
        StripPlot loss = loss(plot(USUAL.withLog(false).withSmoothing(0.99), of(losses)));
        Line smooth = loss.smoothed(loss.curves().get(0), PLOT);
        assertThat(smooth.ys()[smooth.size() - 1]).isCloseTo(loss.topOf(2), within(1.0));
        assertThat(loss.raw(loss.curves().get(0), PLOT).size()).isLessThan(4 * 400 + 2);
    }

    @Test
    void zoomingReadsTheRawLossesAgainFromEdgeToEdge() {
        RunPlot plot = plot(USUAL.withZoom(new Range(50_000.5, 50_100.5)), falling(100_000));
        Line line = raw(plot);
        assertThat(line.size()).isEqualTo(102);
        assertThat(line.xs()[0]).isZero();
        assertThat(line.xs()[line.size() - 1]).isEqualTo(PLOT);
        assertThat(loss(plot).y().domain().max()).isLessThan(1e-3);
    }

    /** Whatever the series and the zoom: in each pixel column the line reaches as high and as low as what was measured. */
    @Test
    void noSpikeIsLostInAnyZoom() {
        Random random = new Random(11);
        for (int round = 0; round < 60; round++) {
            double[] losses = new double[20 + random.nextInt(30_000)];
            for (int i = 0; i < losses.length; i++) {
                losses[i] = random.nextInt(500) == 0
                        ? 50 * random.nextDouble()
                        : random.nextInt(900) == 0 ? Double.NaN : 1 + random.nextGaussian() * 0.01;
            }
            double from = random.nextInt(losses.length - 10);
            double to = from + 1 + random.nextInt(losses.length - (int) from - 1);
            RunPlot plot = plot(USUAL.withLog(false).withZoom(new Range(from, to)), of(losses));
            StripPlot strip = loss(plot);
            Line line = raw(plot);
            double[] highest = new double[(int) PLOT + 1];
            double[] lowest = new double[(int) PLOT + 1];
            Arrays.fill(lowest, Double.POSITIVE_INFINITY);
            for (int i = 0; i < line.size(); i++) {
                if (Double.isFinite(line.ys()[i])) {
                    int column = (int) Math.floor(line.xs()[i]);
                    double value = strip.y().value(1 - line.ys()[i] / strip.height());
                    highest[column] = Math.max(highest[column], value);
                    lowest[column] = Math.min(lowest[column], value);
                }
            }
            for (int i = (int) from; i <= to; i++) {
                int column = (int) Math.floor((i - from) / (to - from) * PLOT);
                double high = 0;
                double low = Double.POSITIVE_INFINITY;
                for (int near = Math.max(0, column - 1); near <= Math.min(PLOT, column + 1); near++) {
                    high = Math.max(high, highest[near]);
                    low = Math.min(low, lowest[near]);
                }
                if (Double.isFinite(losses[i]) && (high < losses[i] - 1e-9 || low > losses[i] + 1e-9)) {
                    throw new AssertionError("round " + round + ", step " + i + ": " + losses[i]);
                }
            }
            assertThat(line.xs()[0]).isZero();
            assertThat(line.xs()[line.size() - 1]).isCloseTo(PLOT, within(1e-9));
        }
    }

    @Test
    void anEmptyRunHasScalesAndNoLines() {
        for (boolean log : new boolean[] {true, false}) {
            StripPlot loss = loss(plot(USUAL.withLog(log), new RunSeries("first")));
            assertThat(loss.curves()).isEmpty();
            assertThat(loss.levels()).isNotEmpty();
        }
        assertThat(raw(plot(USUAL, of(Double.NaN))).ys()[0]).isNaN();
        assertThat(plot(USUAL).parts()).hasSize(1);
    }

    @Test
    void onlyWhatWasMeasuredHasAStripAndFoldedOnesAreATitle() {
        RunSeries run = falling(20);
        assertThat(plot(USUAL, run).parts()).extracting(Part::strip).containsExactly(Strip.LOSS);
        run.add(SeriesKey.LEARNING_RATE, 1e-3);
        run.add(new SeriesKey(Strip.UPDATE_RATIO, "vision"), -3.3);
        double open = RunPlot.usualHeight(List.of(run), USUAL, 16);
        ChartOptions folded = USUAL.withFolded(Strip.UPDATE_RATIO, true);
        assertThat(plot(folded, run).parts())
                .extracting(Part::strip)
                .containsExactly(Strip.LOSS, Strip.LEARNING_RATE, Strip.UPDATE_RATIO);
        assertThat(plot(folded, run).plots()).extracting(StripPlot::strip).doesNotContain(Strip.UPDATE_RATIO);
        assertThat(RunPlot.usualHeight(List.of(run), folded, 16)).isLessThan(open);
        StripPlot ratio = plot(USUAL, run).plots().get(2);
        assertThat(ratio.levels()).extracting(Tick::label).contains("−3");
    }

    @Test
    void theDifferenceOfTwoRunsIsTakenAtTheStepsBothHave() {
        RunSeries other = new RunSeries("second");
        for (int i = 0; i < 10; i += 2) {
            other.step(i, 1);
            other.add(SeriesKey.TRAINING, 1);
        }
        RunPlot plot = plot(USUAL, falling(6), other);
        assertThat(plot.parts()).extracting(Part::strip).containsExactly(Strip.LOSS, Strip.DIFFERENCE);
        Series difference = plot.plots().get(1).curves().get(0).series();
        assertThat(difference.size()).isEqualTo(3);
        assertThat(difference.step(2)).isEqualTo(4);
        assertThat(difference.value(2)).isCloseTo(4.0 / 5 - 1, within(1e-12));
        assertThat(plot(USUAL, falling(6), other, falling(3)).parts()).hasSize(1);
    }

    @Test
    void runsBesideEachOtherDifferInMoreThanColour() {
        RunSeries[] runs = new RunSeries[7];
        Arrays.setAll(runs, i -> falling(20 + i));
        List<Curve> curves = loss(plot(USUAL, runs)).curves();
        assertThat(curves).extracting(curve -> curve.pen().paint()).doesNotHaveDuplicates();
        assertThat(curves).extracting(Curve::marker).doesNotHaveDuplicates();
        assertThat(curves.get(0).pen().dash()).isNotEqualTo(curves.get(1).pen().dash());
    }

    @Test
    void labelsAreMovedApartAndStayInside() {
        assertThat(RunPlot.spread(new double[] {100, 102}, 16, 200)).containsExactly(100, 116);
        assertThat(RunPlot.spread(new double[] {199, 198}, 16, 200)).containsExactly(200, 184);
        assertThat(RunPlot.spread(new double[] {20, 80}, 16, 200)).containsExactly(20, 80);
    }
}
