package dev.patchbook.session;

import static org.assertj.core.api.Assertions.assertThat;

import dev.patchbook.notebook.Cell;
import dev.patchbook.notebook.CellGraph;
import dev.patchbook.notebook.CellKind;
import dev.patchbook.notebook.Notebook;
import dev.patchbook.notebook.NotebookFormat;
import dev.patchbook.ui.start.Example;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** The notebooks that come with the program read without a problem and run to their end. */
class ExamplesTest {
    @ParameterizedTest
    @EnumSource
    void readsAndWritesWithoutAProblem(Example example) {
        Notebook notebook = example.open();
        assertThat(notebook.title()).isEqualTo(example.title());
        assertThat(NotebookFormat.write(notebook)).isEqualTo(example.text());
        CellGraph graph = CellGraph.of(notebook);
        for (Cell cell : notebook.cells()) {
            assertThat(cell.kind()).isNotEqualTo(CellKind.UNKNOWN);
            assertThat(graph.problems(cell.id())).isEmpty();
        }
        assertThat(notebook.cells().get(0).kind()).isEqualTo(CellKind.NOTE);
    }

    @ParameterizedTest
    @EnumSource
    void everyChainIsWholeAndShipped(Example example) {
        Notebook notebook = example.open();
        CellGraph graph = CellGraph.of(notebook);
        for (Cell cell : notebook.cells()) {
            List<CellKind> above = graph.upstream(cell.id()).stream()
                    .map(id -> notebook.cell(id).orElseThrow().kind())
                    .toList();
            if (cell.kind().looks()) {
                assertThat(above).contains(CellKind.DATA, CellKind.MODEL, CellKind.TRAIN);
            } else if (cell.kind() == CellKind.DATA) {
                assertThat(cell.settings().get("file")).startsWith("sample:");
            }
        }
    }

    @ParameterizedTest
    @EnumSource
    void runsThrough(Example example) {
        Notebook notebook = example.open();
        Reduced reduced = new Reduced(notebook);
        reduced.on(new SessionCommand.RunAll());
        while (!reduced.state().running().isEmpty()) {
            reduced.finish(reduced.state().running().get(0));
        }
        assertThat(notebook.cells().stream().filter(cell -> cell.kind().runs()))
                .allMatch(cell -> reduced.state(cell.id()) == CellState.DONE);
    }
}
