package dev.patchbook.ui.view;

import static org.assertj.core.api.Assertions.assertThat;

import dev.patchbook.chart.ChartOptions;
import dev.patchbook.chart.RunSeries;
import dev.patchbook.chart.SeriesKey;
import dev.patchbook.ui.Fx;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import javafx.scene.Scene;
import javafx.scene.image.WritableImage;
import javafx.stage.Stage;
import org.junit.jupiter.api.Test;

/**
 * From one more step to the painted scene, for 100,000 steps on a chart of 900 x 500: written to
 * {@code target/chart-pace.txt}, not judged.
 */
class ChartPaceIT {
    private static final int STEPS = 100_000;
    private static final int WARM = 60;
    private static final int ROUNDS = 200;

    @Test
    void aHundredThousandStepsAreMeasured() throws IOException {
        StringBuilder lines = new StringBuilder();
        lines.append(measure("loss and validation", Invented.run(STEPS, 1000), ChartOptions.DEFAULT));
        lines.append(measure("the same, smoothed", Invented.run(STEPS, 1000), ChartOptions.DEFAULT.withSmoothing(0.9)));
        lines.append(
                measure("with eight series in five strips", Invented.rich("a", 7, STEPS, 1000), ChartOptions.DEFAULT));
        Files.writeString(Path.of("target", "chart-pace.txt"), lines);
        assertThat(lines).contains("median");
    }

    private static String measure(String what, RunSeries run, ChartOptions options) {
        RunChart chart = Fx.call(RunChart::new);
        Fx.run(() -> {
            chart.setMinHeight(500);
            chart.setMaxHeight(500);
            chart.setOptions(options);
            chart.show(List.of(run));
        });
        Stage stage = Nodes.show(chart, 900, 500);
        double[] drawn = new double[ROUNDS];
        double[] painted = new double[ROUNDS];
        WritableImage image = new WritableImage(900, 500);
        for (int i = -WARM; i < ROUNDS; i++) {
            double[] times = Fx.call(() -> round(chart, run, image));
            if (i >= 0) {
                drawn[i] = times[0];
                painted[i] = times[1];
            }
        }
        Fx.close(stage);
        Arrays.sort(drawn);
        Arrays.sort(painted);
        return String.format(
                Locale.ROOT,
                "%s: median %.1f ms until painted, 95 of 100 below %.1f ms; of which %.1f ms work out and record the"
                        + " drawing%n",
                what,
                painted[ROUNDS / 2],
                painted[ROUNDS * 95 / 100],
                drawn[ROUNDS / 2]);
    }

    /** One more step; the times until it is drawn on the canvas, and until the toolkit has painted the whole scene. */
    private static double[] round(RunChart chart, RunSeries run, WritableImage image) {
        Scene scene = Objects.requireNonNull(chart.getScene());
        long start = System.nanoTime();
        run.step(run.size(), 172);
        run.add(SeriesKey.TRAINING, 0.05);
        chart.refresh();
        scene.getRoot().applyCss();
        scene.getRoot().layout();
        double drawn = (System.nanoTime() - start) / 1e6;
        scene.snapshot(image);
        return new double[] {drawn, (System.nanoTime() - start) / 1e6};
    }
}
