package dev.patchbook.session;

import static org.assertj.core.api.Assertions.assertThat;

import dev.patchbook.notebook.CellKind;
import dev.patchbook.notebook.Notebook;
import dev.patchbook.notebook.NotebookFormat;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.Objects;
import org.junit.jupiter.api.Test;

class WelcomeNotebookTest {
    @Test
    void holdsOneCellOfEachKindAndRunsThroughWithoutAProblem() throws IOException {
        Notebook notebook = NotebookFormat.read(text());
        assertThat(notebook.title()).isEqualTo("A circle above a square");
        Reduced reduced = new Reduced(notebook);
        notebook.cells()
                .forEach(cell -> assertThat(reduced.state().problems(cell.id())).isEmpty());
        reduced.on(new SessionCommand.RunAll());
        while (!reduced.state().running().isEmpty()) {
            reduced.finish(reduced.state().running().get(0));
        }
        assertThat(notebook.cells().stream().filter(cell -> cell.kind().runs()))
                .extracting(cell -> cell.kind() + " " + reduced.state(cell.id()))
                .containsExactly(
                        "DATA DONE", "MODEL DONE", "TRAIN DONE", "PATCHES DONE", "ATTENTION DONE", "SAMPLE DONE");
        assertThat(notebook.cells())
                .filteredOn(cell -> cell.kind() == CellKind.NOTE)
                .hasSize(7);
        assertThat(NotebookFormat.write(notebook)).isEqualTo(text());
    }

    private static String text() throws IOException {
        try (InputStream in = Objects.requireNonNull(
                NotebookFormat.class.getResourceAsStream("/dev/patchbook/assets/examples/welcome.md"))) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        }
    }
}
