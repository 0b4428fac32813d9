package dev.patchbook.notebook;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class CellTextTest {
    private static final String TEXT = """
            ---
            patchbook: 1
            ---
            First words.

            ```patchbook data
            id: scenes
            file: sample:scenes
            ```

            ```patchbook model
            id: small
            from: scenes   # by hand
            ```

            ```patchbook train
            id: first
            from: small
            ```
            """;

    private final Notebook notebook = NotebookFormat.read(TEXT);

    private static List<String> ids(Notebook of) {
        return of.cells().stream().map(cell -> cell.id().text()).toList();
    }

    @Test
    void cellsAreTheLinesOfTheFile() {
        String text = CellText.write(notebook.cells().subList(1, 3));
        assertThat(text).isEqualTo("""
                ```patchbook data
                id: scenes
                file: sample:scenes
                ```

                ```patchbook model
                id: small
                from: scenes   # by hand
                ```
                """);
        assertThat(CellText.read(text)).isEqualTo(notebook.cells().subList(1, 3));
    }

    @Test
    void allCellsOfANotebookComeBackAlso() {
        assertThat(CellText.read(CellText.write(notebook.cells()))).isEqualTo(notebook.cells());
        assertThat(CellText.read(TEXT)).isEqualTo(notebook.cells());
    }

    @Test
    void takenIdsAreChangedAndWhatBuildsOnThemFollows() {
        List<Cell> copied = CellText.read(CellText.write(notebook.cells().subList(2, 4)));
        Notebook after = notebook.apply(CellText.paste(notebook, 4, copied));
        assertThat(ids(after)).containsExactly("note", "scenes", "small", "first", "small-2", "first-2");
        assertThat(after.cells().get(4).from()).containsExactly(new CellId("scenes"));
        assertThat(after.cells().get(5).from()).containsExactly(new CellId("small-2"));
        assertThat(NotebookFormat.read(NotebookFormat.write(after))).isEqualTo(after);
    }

    @Test
    void aCutCellComesBackAsItWas() {
        Cell cut = notebook.cells().get(2);
        String text = CellText.write(List.of(cut));
        Notebook without = notebook.apply(new NotebookEdit.Remove(cut.id()));
        Notebook after = without.apply(CellText.paste(without, 2, CellText.read(text)));
        assertThat(after).isEqualTo(notebook);
        assertThat(NotebookFormat.write(after)).contains("# by hand");
    }

    @Test
    void otherTextBecomesANote() {
        assertThat(CellText.read("just words\nof two lines")).hasSize(1).first().satisfies(cell -> {
            assertThat(cell.kind()).isEqualTo(CellKind.NOTE);
            assertThat(cell.text()).isEqualTo("just words\nof two lines");
        });
        assertThat(CellText.read(" \n ")).isEmpty();
        assertThat(CellText.read("---\ntitle: no notebook\n---\nx")).isNotEmpty();
    }

    @Test
    void arrangesInOneStep() {
        List<CellId> wanted =
                List.of(new CellId("first"), new CellId("note"), new CellId("small"), new CellId("scenes"));
        assertThat(ids(notebook.apply(CellText.arrange(notebook, wanted))))
                .containsExactly("first", "note", "small", "scenes");
    }
}
