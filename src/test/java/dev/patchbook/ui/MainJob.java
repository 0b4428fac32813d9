package dev.patchbook.ui;

import static org.assertj.core.api.Assertions.assertThat;

import dev.patchbook.engine.Engine;
import dev.patchbook.notebook.CellId;
import dev.patchbook.session.CellOutput;
import dev.patchbook.session.TrainOutput;
import dev.patchbook.ui.notebook.CellStatus.Kind;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;

/**
 * The whole main job in the real window, by its buttons: data, model, 20 steps of training, pause, resume, stop, patches,
 * attention, a caption; with a picture of every cell.
 */
final class MainJob {
    private static final int STEPS = 20;

    private final WindowFixture fixture;
    private final String pictures;

    /** Opens the window; the pictures' names begin so. */
    MainJob(Engine engine, Path folder, String pictures) {
        this.fixture = new WindowFixture(engine, WindowFixture.example(), folder, 1280, 980);
        this.pictures = pictures;
    }

    /** The window. */
    WindowFixture fixture() {
        return fixture;
    }

    /** Writes settings before the job. */
    void set(String cell, Map<String, String> settings) {
        Fx.run(() -> fixture.window().notebook().commands().set(new CellId(cell), settings));
    }

    /** Does the job. */
    void run() {
        runCell("scenes");
        runCell("small");
        fixture.press("first", "Run this cell");
        Fx.until(STEPS + " steps", () -> step() >= STEPS);
        long held = pause();
        runCell("pieces");
        fixture.pressText("first", "Resume");
        Fx.until("more steps", () -> step() > held);
        fixture.pressText("first", "Stop");
        fixture.await("first", Kind.DONE);
        assertThat(fixture.cell("first").statusProperty().get().word()).startsWith("stopped at step");
        runCell("looks");
        runCell("caption");
        pictures();
    }

    private void runCell(String id) {
        fixture.press(id, "Run this cell");
        fixture.await(id, Kind.DONE);
    }

    private long pause() {
        fixture.pressText("first", "Pause");
        fixture.await("first", Kind.PAUSED);
        long held = Fx.call(this::step);
        Fx.pulses(20);
        assertThat(Fx.call(this::step)).isEqualTo(held);
        return held;
    }

    private long step() {
        return fixture.cellNow("first").outputProperty().get() instanceof TrainOutput run ? run.step() : 0;
    }

    /** The caption written. */
    String caption() {
        return fixture.cell("caption").outputProperty().get() instanceof CellOutput.SampleOutput sample
                ? sample.generation().orElseThrow().caption()
                : "";
    }

    private void pictures() {
        Fx.run(() -> fixture.window().notebook().select(new CellId("scenes")));
        Fx.pulses(2);
        for (String id : List.of("scenes", "small", "first", "pieces", "looks", "caption")) {
            Fx.picture(fixture.frame(id), pictures + id, 2);
        }
    }
}
