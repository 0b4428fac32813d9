package dev.patchbook.ui;

import static org.assertj.core.api.Assertions.assertThat;

import dev.patchbook.notebook.CellId;
import dev.patchbook.ui.fx.PulseMeter.Reading;
import dev.patchbook.ui.notebook.CellStatus.Kind;
import java.nio.file.Path;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A run that sends events as fast as it can does not hold up the window. */
class SmoothnessTest {
    private static final int STEPS = 30_000;

    @TempDir
    private Path folder;

    @Test
    void eventsArriveOnceAFrame() {
        try (WindowFixture fixture = new WindowFixture(new FakeEngine(0), WindowFixture.example(), folder, 1280, 980)) {
            AtomicInteger changes = new AtomicInteger();
            Fx.run(() -> {
                fixture.cellNow("first")
                        .outputProperty()
                        .addListener((observable, was, is) -> changes.incrementAndGet());
                fixture.window()
                        .notebook()
                        .commands()
                        .set(new CellId("first"), Map.of("steps", Integer.toString(STEPS), "evaluate-every", "0"));
                fixture.window().pulses().start();
                fixture.window().notebook().commands().run(new CellId("first"));
            });
            fixture.await("first", Kind.DONE);
            Reading reading = Fx.call(() -> fixture.window().pulses().stop());
            assertThat(changes.get()).as("outputs shown; %s", reading).isLessThan(STEPS / 20);
        }
    }
}
