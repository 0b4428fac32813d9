package dev.patchbook.ui;

import static org.assertj.core.api.Assertions.assertThat;

import dev.patchbook.notebook.CellKind;
import dev.patchbook.notebook.Notebook;
import dev.patchbook.notebook.NotebookFormat;
import dev.patchbook.session.NotebookSession;
import dev.patchbook.session.Places;
import dev.patchbook.session.SessionCommand;
import dev.patchbook.ui.cell.CellBodies;
import dev.patchbook.ui.consent.Consent;
import dev.patchbook.ui.consent.Consents;
import dev.patchbook.ui.fx.Actions;
import dev.patchbook.ui.fx.Appearance;
import dev.patchbook.ui.fx.Command;
import dev.patchbook.ui.fx.Fonts;
import dev.patchbook.ui.fx.FrameExecutor;
import dev.patchbook.ui.fx.FxExecutor;
import dev.patchbook.ui.fx.MemoryPreferences;
import dev.patchbook.ui.fx.PulseMeter;
import dev.patchbook.ui.fx.PulseMeter.Reading;
import dev.patchbook.ui.notebook.CellFrame;
import dev.patchbook.ui.notebook.CellViewModel;
import dev.patchbook.ui.notebook.NotebookView;
import dev.patchbook.ui.notebook.NotebookViewModel;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import javafx.scene.Scene;
import javafx.stage.Stage;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** A notebook of 200 cells with outputs: what is there at once, what follows, how it scrolls. Times: {@code target/big-notebook.txt}. */
class BigNotebookIT {
    private static final int CELLS = 200;
    /** Cells whose outputs are kept: what a training yields is kept by the engine, and this one keeps none. */
    private static final long KEPT = big().cells().stream()
            .filter(cell -> cell.kind().runs() && cell.kind() != CellKind.TRAIN)
            .count();

    private static final double NANOS_PER_MILLI = 1e6;

    @TempDir
    private Path folder;

    @Test
    @Timeout(value = 5, unit = TimeUnit.MINUTES)
    void theFirstScreenIsThereAtOnceAndTheRestFollows() throws IOException {
        Fx.start();
        Fonts.load();
        FakeEngine engine = new FakeEngine(0);
        NotebookSession session = Fx.call(() -> new NotebookSession(
                engine, big(), Places.beside(folder.resolve("big.md")), new FxExecutor(), new FrameExecutor()));
        Fx.run(() -> session.submit(new SessionCommand.RunAll()));
        Fx.until("all outputs", () -> !session.state().busy());
        double cpu = cpu();
        long begun = System.nanoTime();
        NotebookView view = Fx.call(() -> view(session));
        Stage stage = Fx.call(() -> show(view));
        Fx.pulses(1);
        double first = (System.nanoTime() - begun) / NANOS_PER_MILLI;
        double firstCpu = cpu() - cpu;
        List<CellViewModel> cells = Fx.call(() -> List.copyOf(view.notebook().cells()));
        assertThat(cells).hasSize(CELLS);
        assertThat(made(view, cells, 0)).isTrue();
        assertThat(made(view, cells, CELLS - 1)).isFalse();

        PulseMeter meter = new PulseMeter();
        Fx.run(meter::start);
        Fx.until("what comes next", () -> nextMade(view, cells), 20);
        Reading filling = Fx.call(meter::stop);
        double next = (System.nanoTime() - begun) / NANOS_PER_MILLI;
        double nextCpu = cpu() - cpu;
        String down = scroll(view, meter, 0, 1);
        assertThat(cells).allMatch(cell -> made(view, cells, cells.indexOf(cell)));
        String up = scroll(view, meter, 1, 0);
        String again = scroll(view, meter, 0, 1);
        assertThat(Fx.call(view::inWindow)).isLessThan(CELLS / 4);
        Files.writeString(
                Path.of("target", "big-notebook.txt"),
                String.format(
                        Locale.ROOT,
                        "first screen %.0f ms (%.0f of processor), the next one %.0f ms (%.0f): %s%n"
                                + "scrolling down, up and down again:%n%s%n%s%n%s%n",
                        first,
                        firstCpu,
                        next,
                        nextCpu,
                        filling,
                        down,
                        up,
                        again));
        assertThat(Fx.call(() -> view.inView(cells.get(CELLS - 1).id()))).isTrue();
        Fx.close(stage);
        Fx.run(session::close);
        engine.close();
    }

    /** Opens a file beside which the outputs of all cells are kept: what they show comes in the background. */
    @Test
    @Timeout(value = 5, unit = TimeUnit.MINUTES)
    void outputsKeptBesideTheFileComeBackBitByBit() throws IOException {
        Path file = folder.resolve("kept.md");
        Files.writeString(file, NotebookFormat.write(big()));
        FakeEngine engine = new FakeEngine(0);
        try (WindowFixture first = WindowFixture.opened(engine, file, folder, 1280, 900)) {
            first.run(Command.RUN_ALL);
            Fx.until("all outputs", () -> outputs(first) == KEPT, 180);
        }
        PulseMeter meter = new PulseMeter();
        Fx.run(meter::start);
        double cpu = cpu();
        long begun = System.nanoTime();
        try (WindowFixture again = WindowFixture.opened(engine, file, folder, 1280, 900)) {
            double first = (System.nanoTime() - begun) / NANOS_PER_MILLI;
            double firstCpu = cpu() - cpu;
            Fx.until("outputs from the disk", () -> outputs(again) == KEPT, 60);
            Reading reading = Fx.call(meter::stop);
            Files.writeString(
                    Path.of("target", "big-notebook-kept.txt"),
                    String.format(
                            Locale.ROOT,
                            "opened in %.0f ms (%.0f of processor), all outputs after %.0f ms (%.0f): %s%n",
                            first,
                            firstCpu,
                            (System.nanoTime() - begun) / NANOS_PER_MILLI,
                            cpu() - cpu,
                            reading));
            assertThat(Fx.call(() -> again.window().view().inWindow())).isLessThan(CELLS / 4);
        }
        engine.close();
    }

    private static long outputs(WindowFixture fixture) {
        return fixture.window().view().notebook().cells().stream()
                .filter(cell -> cell.outputProperty().get() != null
                        && cell.cellProperty().get().kind() != CellKind.TRAIN
                        && !cell.statusProperty().get().busy())
                .count();
    }

    /** Scrolls through all of it; what is in view is there in the very next picture. */
    private static String scroll(NotebookView view, PulseMeter meter, double from, double to) {
        double cpu = cpu();
        Fx.run(meter::start);
        int steps = 200;
        for (int i = 0; i <= steps; i++) {
            double at = from + (to - from) * i / steps;
            Fx.run(() -> view.setVvalue(at));
            Fx.pulses(2);
        }
        Reading reading = Fx.call(meter::stop);
        return String.format(Locale.ROOT, "%s, %.1f ms of processor a step", reading, (cpu() - cpu) / steps);
    }

    /** Processor time of the JavaFX thread so far: what is left of a time on a machine that does other work too. */
    private static double cpu() {
        return Fx.call(() -> ManagementFactory.getThreadMXBean().getCurrentThreadCpuTime() / NANOS_PER_MILLI);
    }

    /** Whether the first cell below what is in view has its frame; on the JavaFX thread. */
    private static boolean nextMade(NotebookView view, List<CellViewModel> cells) {
        int seen = 0;
        while (view.inView(cells.get(seen).id())) {
            seen++;
        }
        return seen > 0 && view.made(cells.get(seen).id()).isPresent();
    }

    private static boolean made(NotebookView view, List<CellViewModel> cells, int index) {
        return Fx.call(() -> view.made(cells.get(index).id()).isPresent());
    }

    private static NotebookView view(NotebookSession session) {
        NotebookViewModel notebook = new NotebookViewModel(session);
        CellFrame.Surroundings around = new CellFrame.Surroundings(
                new FakeDialogs(),
                () -> Path.of("."),
                new Actions(),
                new Consent(session, new Consents(new MemoryPreferences()), Optional.empty()),
                (cell, files, settings) -> {});
        return new NotebookView(
                notebook,
                cell -> new CellFrame(
                        cell, notebook.commands(), CellBodies.of(cell, notebook.commands(), around), around));
    }

    private static Stage show(NotebookView view) {
        Stage stage = new Stage();
        Scene scene = new Scene(view, 1280, 900);
        new Appearance(new MemoryPreferences()).install(scene);
        stage.setScene(scene);
        stage.show();
        return stage;
    }

    private static Notebook big() {
        StringBuilder text = new StringBuilder("---\npatchbook: 1\ntitle: Big\n---\n");
        cell(text, "data", "scenes", "file: sample:scenes");
        cell(text, "model", "small", "from: scenes");
        cell(text, "train", "first", "from: small\nsteps: 60\nevaluate-every: 20");
        String[] kinds = {"patches", "attention", "sample", "train"};
        for (int i = 3; i < CELLS; i++) {
            if (i % 5 == 0) {
                text.append("\nNote ").append(i).append(": what the *next* cells show.\n");
            } else {
                String kind = kinds[i % 4];
                cell(text, kind, kind + "-" + i, kind.equals("train") ? "from: small\nsteps: 30" : "from: first");
            }
        }
        return NotebookFormat.read(text.toString());
    }

    private static void cell(StringBuilder text, String kind, String id, String body) {
        text.append("\n```patchbook ")
                .append(kind)
                .append("\nid: ")
                .append(id)
                .append('\n')
                .append(body)
                .append("\n```\n");
    }
}
