package dev.patchbook.chart;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import org.junit.jupiter.api.Test;

class LossPlotTest {
    private static LossHistory falling(int steps) {
        LossHistory history = new LossHistory();
        for (int i = 0; i < steps; i++) {
            history.addStep(i, 4.0 / (1 + i), 500);
        }
        return history;
    }

    private static LossPlot plot(LossHistory history, LossOptions options) {
        return new LossPlot(history, options, 400, 200);
    }

    @Test
    void stepsAndSecondsLieWhereTheyShould() {
        LossHistory history = falling(51);
        LossPlot bySteps = plot(history, LossOptions.DEFAULT.withTotal(100));
        assertThat(bySteps.leftOf(50)).isEqualTo(200);
        LossPlot byTime = plot(history, LossOptions.DEFAULT.withTotal(100).withTime(true));
        assertThat(byTime.x().domain()).isEqualTo(new Range(0, 25.5));
        assertThat(byTime.leftOf(50)).isEqualTo(400);
        assertThat(byTime.leftOf(0)).isCloseTo(400 * 0.5 / 25.5, within(1e-9));
    }

    @Test
    void lowerLossesAreLowerAndAllAreInside() {
        LossHistory history = falling(300);
        history.addEvaluation(299, 7);
        for (boolean log : new boolean[] {true, false}) {
            LossPlot plot = plot(history, LossOptions.DEFAULT.withLog(log));
            assertThat(plot.top(4)).isLessThan(plot.top(0.1));
            assertThat(Arrays.stream(plot.raw().ys())).allMatch(y -> y >= 0 && y <= 200);
            assertThat(Arrays.stream(plot.validation().ys())).allMatch(y -> y >= 0 && y <= 200);
        }
    }

    @Test
    void aLossOfZeroBreaksTheLineOfALogarithmAlone() {
        LossHistory history = LossHistory.of(new double[] {0, 1, 2}, new double[] {1, 0, 1}, new double[3]);
        assertThat(plot(history, LossOptions.DEFAULT).raw().ys()[1]).isNaN();
        assertThat(plot(history, LossOptions.DEFAULT.withLog(false)).raw().ys()[1])
                .isEqualTo(200);
    }

    @Test
    void smoothingIsOfAllStepsNotOfTheReducedOnes() {
        LossHistory history = new LossHistory();
        for (int i = 0; i < 20_000; i++) {
            history.addStep(i, i % 2 == 0 ? 1 : 3, 1);
        }
        LossPlot plot = plot(history, LossOptions.DEFAULT.withLog(false).withSmoothing(0.99));
        double last = plot.training().ys()[plot.training().size() - 1];
        assertThat(plot.top(2) - last).isCloseTo(0, within(1.0));
        assertThat(plot.raw().size()).isLessThan(4 * 400 + 2);
    }

    @Test
    void findsTheNearestStep() {
        LossPlot plot = plot(falling(101), LossOptions.DEFAULT);
        assertThat(plot.nearest(0)).isZero();
        assertThat(plot.nearest(162)).isEqualTo(40);
        assertThat(plot.nearest(5000)).isEqualTo(100);
        assertThat(plot.nearest(-10)).isZero();
        assertThat(plot(new LossHistory(), LossOptions.DEFAULT).nearest(10)).isEqualTo(-1);
    }

    @Test
    void zoomingReadsTheRawLossesAgain() {
        LossHistory history = falling(100_000);
        LossPlot plot = plot(history, LossOptions.DEFAULT.withZoom(new Range(50_000, 50_100)));
        assertThat(plot.raw().size()).isBetween(101, 103);
        assertThat(plot.y().domain().max()).isLessThan(1e-3);
    }

    @Test
    void anEmptyRunHasScalesAndNoLines() {
        for (boolean log : new boolean[] {true, false}) {
            LossPlot plot = plot(new LossHistory(), LossOptions.DEFAULT.withLog(log));
            assertThat(plot.raw().size()).isZero();
            assertThat(plot.validation().size()).isZero();
            assertThat(plot.y().ticks(5)).isNotEmpty();
        }
    }

    @Test
    void aRunThatIsNoNumberFromTheStartHasScales() {
        LossHistory history = LossHistory.of(new double[] {0}, new double[] {Double.NaN}, new double[] {1});
        assertThat(plot(history, LossOptions.DEFAULT).raw().ys()[0]).isNaN();
    }

    @Test
    void labelsAreMovedApartAndStayInside() {
        assertThat(LossPlot.spread(new double[] {100, 102}, 16, 200)).containsExactly(100, 116);
        assertThat(LossPlot.spread(new double[] {199, 198}, 16, 200)).containsExactly(200, 184);
        assertThat(LossPlot.spread(new double[] {20, 80}, 16, 200)).containsExactly(20, 80);
    }

    @Test
    void columnsOfDifferentLengthAreRefused() {
        assertThatThrownBy(() -> LossHistory.of(new double[2], new double[1], new double[2]))
                .hasMessageContaining("2 steps, 1 losses");
    }
}
