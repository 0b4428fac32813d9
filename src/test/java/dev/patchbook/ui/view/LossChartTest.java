package dev.patchbook.ui.view;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.management.ThreadMXBean;
import dev.patchbook.chart.LossHistory;
import dev.patchbook.chart.LossOptions;
import dev.patchbook.chart.Numbers;
import dev.patchbook.ui.Fx;
import java.lang.management.ManagementFactory;
import javafx.geometry.Rectangle2D;
import javafx.scene.input.KeyCode;
import javafx.stage.Stage;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class LossChartTest {
    private final LossHistory history = Invented.history(101, 10);
    private LossChart chart;
    private Stage stage;

    @BeforeEach
    void show() {
        chart = Fx.call(LossChart::new);
        stage = Nodes.show(chart, 640, 260);
        Fx.run(() -> chart.show(history));
        Fx.pulses(2);
    }

    @AfterEach
    void close() {
        Fx.close(stage);
    }

    private double middleOf(int step) {
        Rectangle2D area = Fx.call(chart::area);
        return area.getMinX() + area.getWidth() * step / 100;
    }

    private String readout() {
        return Fx.call(chart::readout);
    }

    @Test
    void pointingReadsOutTheRawLossOfTheNearestStep() {
        Fx.run(() -> chart.setOptions(LossOptions.DEFAULT.withSmoothing(0.9)));
        Fx.pulses(1);
        Fx.move(chart, middleOf(40), 80);
        assertThat(readout())
                .startsWith("step 40 · 7.1 s, loss " + Numbers.loss(history.loss(40)) + " · smoothed ")
                .endsWith("validation " + Numbers.loss(history.evaluationLoss(3)));
        Fx.move(chart, middleOf(43), 80);
        assertThat(readout()).startsWith("step 43").endsWith("at 40");
    }

    @Test
    void arrowKeysMoveThePointer() {
        Fx.focus(chart);
        Fx.press(KeyCode.LEFT);
        assertThat(readout()).startsWith("step 100 ");
        Fx.press(KeyCode.LEFT, KeyCode.LEFT);
        assertThat(readout()).startsWith("step 98 ");
        Fx.press(KeyCode.HOME);
        assertThat(readout()).startsWith("step 0 ");
        assertThat(Fx.call(chart::getAccessibleText)).startsWith("step 0 ");
        Fx.press(KeyCode.ESCAPE);
        assertThat(readout()).isEmpty();
        assertThat(Fx.call(chart::getAccessibleText)).startsWith("Loss chart, 101 steps");
    }

    @Test
    void aThousandRefreshesAreOneDrawing() {
        int before = Fx.call(chart::drawn);
        Fx.run(() -> {
            for (int i = 0; i < 1000; i++) {
                history.addStep(101 + i, 0.1, 10);
                chart.refresh();
            }
        });
        Fx.pulses(3);
        assertThat(Fx.call(chart::drawn) - before).isEqualTo(1);
    }

    @Test
    void aHundredThousandStepsAreDrawnWithoutAnAllocationStorm() {
        LossHistory large = Invented.history(100_000, 1000);
        Fx.run(() -> {
            chart.setOptions(LossOptions.DEFAULT.withSmoothing(0.9));
            chart.show(large);
        });
        Fx.pulses(5);
        ThreadMXBean threads = (ThreadMXBean) ManagementFactory.getThreadMXBean();
        long[] allocated = new long[1];
        Fx.run(() -> {
            long id = Thread.currentThread().getId();
            allocated[0] = -threads.getThreadAllocatedBytes(id);
            chart.redraw();
            chart.layout();
            allocated[0] += threads.getThreadAllocatedBytes(id);
        });
        assertThat(allocated[0])
                .as("bytes a drawing, of which 0.8 MB are the smoothed line")
                .isLessThan(4_000_000);
    }

    @Test
    void draggingZoomsAndEscapeShowsAllAgain() {
        double from = middleOf(20);
        double to = middleOf(60);
        Fx.drag(chart, from, 80, to, 80);
        assertThat(Fx.call(() -> chart.options().zoom())).isNotNull().satisfies(zoom -> {
            assertThat(zoom.min()).isBetween(19.0, 21.0);
            assertThat(zoom.max()).isBetween(59.0, 61.0);
        });
        Fx.press(KeyCode.ESCAPE);
        assertThat(Fx.call(() -> chart.options().zoom())).isNull();
    }

    @Test
    void aHistoryThatWasClearedPointsAtNothing() {
        Fx.move(chart, middleOf(90), 80);
        Fx.run(() -> {
            history.clear();
            chart.refresh();
        });
        Fx.pulses(2);
        assertThat(readout()).isEmpty();
    }

    @Test
    void othersCanPointAtAStep() {
        Fx.run(() -> chart.pointAt(50.4));
        assertThat(readout()).startsWith("step 50 ");
        Fx.run(() -> chart.pointAt(Double.NaN));
        assertThat(readout()).isEmpty();
    }

    @Test
    void controlsAndChartAgree() {
        LossControls controls = Fx.call(() -> new LossControls(chart));
        Fx.run(() -> ((Segments) controls.getChildren().get(0)).button(1).fire());
        assertThat(Fx.call(() -> chart.options().log())).isFalse();
        Fx.run(() -> chart.setOptions(LossOptions.DEFAULT.withTime(true)));
        assertThat(Fx.call(() ->
                        ((Segments) controls.getChildren().get(1)).button(1).isSelected()))
                .isTrue();
        assertThat(Fx.call(() ->
                        ((Segments) controls.getChildren().get(0)).button(0).isSelected()))
                .isTrue();
    }
}
