package dev.patchbook.app;

import static org.assertj.core.api.Assertions.assertThat;

import dev.patchbook.engine.Engine;
import dev.patchbook.engine.local.LocalEngine;
import dev.patchbook.notebook.Cell;
import dev.patchbook.notebook.CellKind;
import dev.patchbook.notebook.Notebook;
import dev.patchbook.notebook.NotebookEdit;
import dev.patchbook.session.CellState;
import dev.patchbook.session.NotebookSession;
import dev.patchbook.session.Places;
import dev.patchbook.session.SessionCommand;
import dev.patchbook.ui.start.Example;
import java.nio.file.Path;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** The notebooks that come with the program, run by the real engine, but for the length of their trainings. */
class ExamplesIT {
    @TempDir
    private Path folder;

    @ParameterizedTest
    @EnumSource
    @Timeout(300)
    void everyCellIsDone(Example example) throws InterruptedException {
        Notebook notebook = shortened(example.open());
        BlockingQueue<Runnable> tasks = new LinkedBlockingQueue<>();
        try (Engine engine = new LocalEngine();
                NotebookSession session = new NotebookSession(
                        engine,
                        notebook,
                        new Places(folder, folder.resolve("example.runs"), false),
                        tasks::add,
                        tasks::add)) {
            session.submit(new SessionCommand.RunAll());
            do {
                Runnable task = tasks.poll(1, TimeUnit.MINUTES);
                assertThat(task).as("the session goes on").isNotNull();
                task.run();
            } while (session.state().busy());
            assertThat(notebook.cells())
                    .filteredOn(cell -> cell.kind().runs())
                    .allSatisfy(cell -> assertThat(session.state().state(cell.id()))
                            .as(
                                    "%s: %s",
                                    cell.id(), session.state().run(cell.id()).failure())
                            .isEqualTo(CellState.DONE));
        }
    }

    private static Notebook shortened(Notebook notebook) {
        Notebook shorter = notebook;
        for (Cell cell : notebook.cells()) {
            if (cell.kind() == CellKind.TRAIN) {
                shorter = shorter.apply(new NotebookEdit.SetSetting(cell.id(), "steps", "3"))
                        .apply(new NotebookEdit.SetSetting(cell.id(), "evaluate-every", "0"));
            } else if (cell.kind() == CellKind.SAMPLE) {
                shorter = shorter.apply(new NotebookEdit.SetSetting(cell.id(), "max-tokens", "8"));
            }
        }
        return shorter;
    }
}
