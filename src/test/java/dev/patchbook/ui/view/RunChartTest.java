package dev.patchbook.ui.view;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.management.ThreadMXBean;
import dev.patchbook.chart.Axis;
import dev.patchbook.chart.ChartOptions;
import dev.patchbook.chart.Numbers;
import dev.patchbook.chart.Range;
import dev.patchbook.chart.RunSeries;
import dev.patchbook.chart.SeriesKey;
import dev.patchbook.chart.Strip;
import dev.patchbook.ui.Fx;
import java.lang.management.ManagementFactory;
import java.util.List;
import javafx.event.Event;
import javafx.scene.control.Button;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.input.MouseButton;
import javafx.scene.robot.Robot;
import javafx.stage.Stage;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class RunChartTest {
    private final RunSeries run = Invented.run(101, 10);
    private RunChart chart;
    private Stage stage;

    @BeforeEach
    void show() {
        chart = Fx.call(RunChart::new);
        stage = Nodes.show(chart, 640, 260);
        Fx.run(() -> chart.show(List.of(run)));
        Fx.pulses(2);
    }

    @AfterEach
    void close() {
        Fx.close(stage);
    }

    private double middleOf(int step) {
        return Fx.call(() -> chart.plot().leftOf(step));
    }

    /** Shows a run with every strip, in a window with room for them. */
    private void showAll() {
        Fx.run(() -> {
            stage.setHeight(900);
            chart.show(List.of(Invented.rich("first", 7, 101, 10)));
        });
        Fx.pulses(3);
    }

    private String readout() {
        return Fx.call(chart::readout);
    }

    @Test
    void pointingReadsOutTheRawLossOfTheNearestStep() {
        Fx.run(() -> chart.setOptions(ChartOptions.DEFAULT.withSmoothing(0.9)));
        Fx.pulses(1);
        Fx.move(chart, middleOf(40), 80);
        assertThat(readout())
                .startsWith("step 40 · 7.1 s, loss "
                        + Numbers.loss(run.get(SeriesKey.TRAINING).value(40)) + " · smoothed ")
                .endsWith("validation "
                        + Numbers.loss(run.get(SeriesKey.VALIDATION).value(3)));
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
                run.step(101 + i, 10);
                run.add(SeriesKey.TRAINING, 0.1);
                chart.refresh();
            }
        });
        Fx.pulses(3);
        assertThat(Fx.call(chart::drawn) - before).isEqualTo(1);
    }

    @Test
    void aHundredThousandStepsAreDrawnWithoutAnAllocationStorm() {
        RunSeries large = Invented.run(100_000, 1000);
        Fx.run(() -> {
            chart.setOptions(ChartOptions.DEFAULT.withSmoothing(0.9));
            chart.show(List.of(large));
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
            run.clear();
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
        ChartControls controls = Fx.call(() -> new ChartControls(chart));
        Fx.run(() -> ((Segments) controls.getChildren().get(0)).button(1).fire());
        assertThat(Fx.call(() -> chart.options().log())).isFalse();
        Fx.run(() -> chart.setOptions(ChartOptions.DEFAULT.withAxis(Axis.TIME)));
        assertThat(Fx.call(() ->
                        ((Segments) controls.getChildren().get(1)).button(2).isSelected()))
                .isTrue();
        assertThat(Fx.call(() ->
                        ((Segments) controls.getChildren().get(0)).button(0).isSelected()))
                .isTrue();
    }

    @Test
    void allStripsAreReadAtOnceAndFollowTheZoom() {
        showAll();
        Fx.move(chart, middleOf(40), 80);
        assertThat(readout())
                .startsWith("step 40 · epoch 1.58 · ")
                .contains("learning rate 0.", "gradient norm ", "update ratio vision ", " · decoder ", "speed ");
        double strip = Fx.call(() -> chart.plot().plots().get(3).top() + 10);
        Fx.drag(chart, middleOf(20), strip, middleOf(60), strip);
        Fx.pulses(1);
        assertThat(Fx.call(chart::shown).min()).isBetween(19.0, 21.0);
        Fx.run(() -> new Robot().mouseClick(MouseButton.PRIMARY));
        Fx.run(() -> new Robot().mouseClick(MouseButton.PRIMARY));
        Fx.until("all to be shown again", () -> chart.options().zoom() == null);
    }

    @Test
    void aClickKeepsWhatIsReadOutUntilEscape() {
        Fx.click(chart, middleOf(30), 80);
        Fx.move(chart, middleOf(70), 80);
        assertThat(readout()).startsWith("step 30 ");
        Fx.press(KeyCode.ESCAPE);
        assertThat(readout()).isEmpty();
        Fx.move(chart, middleOf(71), 80);
        assertThat(readout()).startsWith("step 71 ");
    }

    @Test
    void plusAndMinusZoomAroundWhatIsReadOut() {
        Fx.focus(chart);
        Fx.run(() -> chart.pointAt(50));
        key("+");
        assertThat(Fx.call(chart::shown)).isEqualTo(new Range(25, 75));
        key("-");
        assertThat(Fx.call(() -> chart.options().zoom())).isNull();
    }

    private void key(String text) {
        Fx.run(() -> Event.fireEvent(
                chart, new KeyEvent(KeyEvent.KEY_PRESSED, "", text, KeyCode.UNDEFINED, false, false, false, false)));
        Fx.pulses(1);
    }

    @Test
    void stripsAreFoldedByTheirButtons() {
        showAll();
        double open = Fx.call(() -> chart.prefHeight(-1));
        Button button = Fx.call(() -> chart.lookupAll(".strip-fold").stream()
                .map(Button.class::cast)
                .filter(each -> each.getAccessibleText().equals("Fold gradient norm"))
                .findFirst()
                .orElseThrow());
        Fx.click(button);
        assertThat(Fx.call(() -> chart.options().folded())).containsExactly(Strip.GRADIENT_NORM);
        assertThat(Fx.call(button::getAccessibleText)).isEqualTo("Open gradient norm");
        assertThat(Fx.call(() -> chart.prefHeight(-1))).isLessThan(open);
    }

    @Test
    void runsBesideTheOwnOneAreReadOutAndSpokenOf() {
        Fx.run(() -> chart.show(List.of(run, Invented.run("second", 5, 101, 10))));
        Fx.pulses(2);
        assertThat(Fx.call(chart::getAccessibleText)).endsWith("compared with second");
        Fx.run(() -> chart.pointAt(50));
        assertThat(readout()).contains(", first: loss ", ", second: loss ", ", difference training ");
        assertThat(Fx.call(chart::svg)).contains(">second<").contains("first − second");
    }

    @Test
    void byEpochIsOfferedWhereEpochsAreKnown() {
        ChartControls controls = Fx.call(() -> new ChartControls(chart));
        assertThat(Fx.call(() ->
                        ((Segments) controls.getChildren().get(1)).button(1).isDisabled()))
                .isTrue();
        Fx.run(() -> chart.show(List.of(Invented.rich("first", 7, 101, 10))));
        Fx.run(() -> ((Segments) controls.getChildren().get(1)).button(1).fire());
        assertThat(Fx.call(() -> chart.options().axis())).isEqualTo(Axis.EPOCH);
        Fx.run(() -> chart.show(List.of(run)));
        assertThat(Fx.call(() -> chart.options().axis())).isEqualTo(Axis.STEP);
    }
}
