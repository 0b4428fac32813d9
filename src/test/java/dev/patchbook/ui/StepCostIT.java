package dev.patchbook.ui;

import static org.assertj.core.api.Assertions.assertThat;

import dev.patchbook.engine.local.LocalEngine;
import dev.patchbook.notebook.CellId;
import dev.patchbook.notebook.NotebookFormat;
import dev.patchbook.session.CellState;
import dev.patchbook.session.LossSeries;
import dev.patchbook.session.NotebookSession;
import dev.patchbook.session.Places;
import dev.patchbook.session.SessionCommand;
import dev.patchbook.session.TrainOutput;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.lang.management.ThreadInfo;
import java.lang.management.ThreadMXBean;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Locale;
import java.util.Objects;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** What a step costs with the window over it and without: written to {@code target/step-cost.txt}, not judged. */
class StepCostIT {
    private static final int STEPS = 200;
    private static final int SKIPPED = 50;

    @TempDir
    private Path folder;

    private double windowMillis;
    private double wallMillis;

    private static String notebook() {
        return WindowFixture.example()
                .replace("from: scenes", "from: scenes\npreset: laptop")
                .replace("steps: 1500", "steps: " + STEPS + "\nevaluate-every: 0");
    }

    @Test
    @Timeout(value = 10, unit = TimeUnit.MINUTES)
    void aStepIsMeasuredWithAndWithoutTheWindow() throws IOException, InterruptedException {
        double without = median(alone());
        LossSeries shown = shown();
        double with = median(shown);
        String line = String.format(
                Locale.ROOT,
                "a step of the laptop preset: %.1f ms alone, %.1f ms with the window; the window's threads computed"
                        + " for %.1f ms a step, %.0f ms a second%n",
                without,
                with,
                windowMillis / (STEPS - SKIPPED),
                1000 * windowMillis / wallMillis);
        Files.writeString(Path.of("target", "step-cost.txt"), line);
        assertThat(with).isPositive();
    }

    private LossSeries alone() throws InterruptedException {
        ExecutorService own = Executors.newSingleThreadExecutor();
        CountDownLatch done = new CountDownLatch(1);
        CellId first = new CellId("first");
        try (NotebookSession session = new NotebookSession(
                new LocalEngine(),
                NotebookFormat.read(notebook()),
                new Places(folder, folder.resolve("alone"), false),
                own,
                own)) {
            session.subscribe(change -> {
                if (change.after().state(first) == CellState.DONE) {
                    done.countDown();
                }
            });
            session.submit(new SessionCommand.Run(first));
            assertThat(done.await(5, TimeUnit.MINUTES)).isTrue();
            return ((TrainOutput) session.state().output(first).orElseThrow()).series();
        } finally {
            own.shutdownNow();
        }
    }

    private LossSeries shown() throws InterruptedException {
        CountDownLatch begun = new CountDownLatch(1);
        CountDownLatch ended = new CountDownLatch(1);
        try (WindowFixture fixture = new WindowFixture(new LocalEngine(), notebook(), folder, 1280, 980)) {
            Fx.run(() -> {
                fixture.cellNow("first").outputProperty().addListener((observable, was, is) -> {
                    if (is instanceof TrainOutput run && run.step() >= SKIPPED) {
                        begun.countDown();
                    }
                    if (is instanceof TrainOutput run && run.summary().isPresent()) {
                        ended.countDown();
                    }
                });
                fixture.window().notebook().reveal(new CellId("first"));
                fixture.window().notebook().commands().run(new CellId("first"));
            });
            // Waiting for pulses, as other tests do, would keep the toolkit busy.
            assertThat(begun.await(5, TimeUnit.MINUTES)).isTrue();
            double before = windowMillis();
            long start = System.nanoTime();
            assertThat(ended.await(5, TimeUnit.MINUTES)).isTrue();
            windowMillis = windowMillis() - before;
            wallMillis = (System.nanoTime() - start) / 1e6;
            return Fx.call(() -> ((TrainOutput) Objects.requireNonNull(
                            fixture.cellNow("first").outputProperty().get()))
                    .series());
        }
    }

    /** What the toolkit's two threads have computed so far: other than a step's time, hardly changed by what else runs. */
    private static double windowMillis() {
        ThreadMXBean threads = ManagementFactory.getThreadMXBean();
        double sum = 0;
        for (long id : threads.getAllThreadIds()) {
            ThreadInfo info = threads.getThreadInfo(id);
            String name = info == null ? "" : info.getThreadName();
            if (name.startsWith("JavaFX Application") || name.startsWith("QuantumRenderer")) {
                sum += threads.getThreadCpuTime(id) / 1e6;
            }
        }
        return sum;
    }

    private static double median(LossSeries series) {
        double[] all = new double[series.size() - SKIPPED];
        for (int i = 0; i < all.length; i++) {
            all[i] = series.ms(SKIPPED + i);
        }
        Arrays.sort(all);
        return all[all.length / 2];
    }
}
