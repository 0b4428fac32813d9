package dev.patchbook.ui;

import static org.assertj.core.api.Assertions.assertThat;

import dev.patchbook.engine.local.LocalEngine;
import dev.patchbook.notebook.CellId;
import dev.patchbook.session.TrainOutput;
import dev.patchbook.ui.fx.PulseMeter.Reading;
import dev.patchbook.ui.notebook.CellStatus.Kind;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** How smooth the window is while the articles' model trains: the measurement is written to {@code target/pulses.txt}. */
class SmoothnessIT {
    private static final long MILLIS = 10_000;

    @TempDir
    private Path folder;

    @Test
    void theWindowAnswersWhileThePublishedPresetTrains() throws IOException, InterruptedException {
        try (WindowFixture fixture = new WindowFixture(new LocalEngine(), WindowFixture.example(), folder, 1280, 980)) {
            Fx.run(() -> {
                var commands = fixture.window().notebook().commands();
                commands.set(new CellId("scenes"), Map.of("file", "sample:three-pictures"));
                commands.set(new CellId("small"), Map.of("preset", "published"));
                commands.set(new CellId("first"), Map.of("steps", "100000", "evaluate-every", "10"));
                fixture.window().notebook().reveal(new CellId("first"));
                commands.run(new CellId("first"));
            });
            fixture.await("scenes", Kind.DONE);
            fixture.await("small", Kind.DONE);
            Fx.until("the first step", () -> steps(fixture) > 0);
            Fx.run(() -> fixture.window().pulses().start());
            Thread.sleep(MILLIS);
            Reading reading = Fx.call(() -> fixture.window().pulses().stop());
            Fx.run(() -> fixture.window().notebook().commands().interrupt(new CellId("first")));
            fixture.await("first", Kind.DONE);
            Files.writeString(
                    Path.of("target", "pulses.txt"), reading + ", over " + Fx.call(() -> steps(fixture)) + " steps\n");
            assertThat(Fx.call(() -> steps(fixture))).isPositive();
        }
    }

    private static long steps(WindowFixture fixture) {
        return fixture.cellNow("first").outputProperty().get() instanceof TrainOutput run ? run.step() : 0;
    }
}
