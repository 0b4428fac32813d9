package dev.patchbook.notebook;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.patchbook.base.UserFacingException;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What is wrong in a notebook is said where it stands, and nothing of it is lost. */
class NotebookFaultsTest {
    private static final String HEAD = "---\npatchbook: 1\ntitle: Circles\n---\n";
    private static final String SAMPLE = HEAD + """

                    # Circles

                    Look at *this*.

                    ```patchbook data
                    id: scenes        # the pictures
                    file: sample:scenes
                    ```

                    ```patchbook model
                    id: small
                    from: scenes
                    preset: laptop
                    ```
                    Some words.
                    ```patchbook train
                    id: first
                    from: [small]
                    # slow and steady
                    learning-rate: 0.001   # as the articles
                    steps: 100
                    ```
                    """;

    @Test
    void aFaultyCellIsKeptWithItsProblemsAndTheRestIsUsable() {
        String text = HEAD + """
                ```patchbook train
                id: a
                lerning-rate: 1
                steps: many
                steps: 3
                seed: *x
                ```
                ```patchbook data
                id: b
                file: x.csv
                ```
                """;
        Notebook notebook = NotebookFormat.read(text);
        List<CellProblem> problems = CellGraph.of(notebook).problems(new CellId("a"));
        assertThat(problems).extracting(CellProblem::line).contains(7, 8, 9, 10);
        assertThat(problems).extracting(CellProblem::key).contains("lerning-rate", "steps");
        assertThat(problems).allSatisfy(problem -> assertThat(problem.remedy()).isNotBlank());
        assertThat(CellGraph.of(notebook).problems(new CellId("b"))).isEmpty();
        assertThat(NotebookFormat.write(notebook)).isEqualTo(text);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "```patchbook data\nfile: x\n```",
                "```patchbook data\nid: a b\n```",
                "```patchbook data\nid: outputs\n```",
                "```patchbook data\nid: con\n```",
                "```patchbook data\nid: a\nfrom: a\n```",
                "```patchbook data\nid: a\nfile: [a, b]\n```",
                "```patchbook data\nid: a\nfile: {b: c}\n```",
                "```patchbook data\nid: a\nfile: !!str b\n```",
                "```patchbook data\nid: a\nfile: \"open\n```",
                "```patchbook data\nid: a\n---\nfile: b\n```",
                "```patchbook data\nid: a\n\tfile: b\n```",
                "```patchbook data\nid: a\nimage-size: 4.5\n```",
                "```patchbook data\nid: a\nnormalize: no\n```",
                "```patchbook data more\nid: a\n```",
                "```patchbook data\nid: a\n",
                "```patchbook note\nid: a\n```",
                "```patchbook\nid: a\n```",
                "```patchbook data\nid: a\n\u0007: b\n```",
                "```patchbook data\n? {x: 1}\n: [1]\n```",
            })
    void everyFaultHasALineAndARemedy(String body) {
        String text = HEAD + body;
        Notebook notebook = NotebookFormat.read(text);
        assertThat(problems(notebook)).isNotEmpty().allSatisfy(problem -> {
            assertThat(problem.line()).isBetween(5, 9);
            assertThat(problem.message()).endsWith(".");
            assertThat(problem.remedy()).endsWith(".");
        });
        assertThat(NotebookFormat.write(notebook)).isEqualTo(text);
    }

    @Test
    void aKindOfALaterVersionIsKeptAndShownAsSuch() {
        String text = HEAD + "```patchbook spark\nid: cluster\nfrom: scenes\nworkers: {a: [1, {b: 2}]}\n```\n";
        Notebook notebook = NotebookFormat.read(text);
        Cell cell = notebook.cells().get(0);
        assertThat(cell.kind()).isEqualTo(CellKind.UNKNOWN);
        assertThat(cell.kindName()).isEqualTo("spark");
        assertThat(cell.id()).isEqualTo(new CellId("cluster"));
        assertThat(cell.problems()).isEmpty();
        assertThat(NotebookFormat.write(notebook)).isEqualTo(text);
    }

    @Test
    void twoCellsOfOneNameBothStayAndTheSecondSaysSo() {
        Notebook notebook =
                NotebookFormat.read(HEAD + "```patchbook data\nid: a\n```\n\n```patchbook data\nid: A\n```\n");
        assertThat(notebook.cells()).extracting(Cell::id).containsExactly(new CellId("a"), new CellId("A-2"));
        assertThat(problems(notebook)).extracting(CellProblem::line).containsExactly(10);
        Notebook one = notebook.apply(new NotebookEdit.Remove(new CellId("a")));
        assertThat(one.cells()).extracting(Cell::id).containsExactly(new CellId("A"));
        assertThat(problems(one)).isEmpty();
    }

    @Test
    void notesThatTouchOrAreEmptyCarryTheirIds() {
        Notebook notebook = NotebookFormat.read(
                HEAD + "one\n<!-- note two -->\n\nTwo\n\n<!-- note three -->\n<!-- note four -->\n4\n");
        assertThat(notebook.cells()).extracting(Cell::text).containsExactly("one", "Two", "", "4");
        assertThat(notebook.cells())
                .extracting(cell -> cell.id().text())
                .containsExactly("note", "two", "three", "four");
    }

    @Test
    void aForgottenFenceInANoteSwallowsNoCell() {
        for (String open : List.of("```", "```python", "~~~", "````")) {
            Notebook notebook = NotebookFormat.read(HEAD + open + "\ncode\n\n```patchbook data\nid: a\n```\n");
            assertThat(notebook.cell(new CellId("a"))).isPresent();
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "# A note",
                "---\ntitle: x\n---\n",
                "---\npatchbook: 1\n",
                "---\npatchbook: one\n---\n",
                "--\n"
            })
    void whatIsNoNotebookIsRefusedInPlainWords(String text) {
        assertThatThrownBy(() -> NotebookFormat.read(text))
                .isInstanceOf(UserFacingException.class)
                .hasMessageContaining("not a Patchbook notebook");
    }

    @Test
    void aLaterVersionIsRefused() {
        assertThatThrownBy(() -> NotebookFormat.read("---\npatchbook: 2\n---\n"))
                .isInstanceOf(UserFacingException.class)
                .hasMessageContaining("version 2");
    }

    @Test
    void theTitleIsItsOwnLine() {
        String edited = edited(SAMPLE, new NotebookEdit.SetTitle("Squares: and more"));
        assertThat(edited).isEqualTo(SAMPLE.replace("title: Circles", "title: 'Squares: and more'"));
        String none = edited(SAMPLE, new NotebookEdit.SetTitle(""));
        assertThat(none).isEqualTo(SAMPLE.replace("title: Circles\n", ""));
        assertThat(edited(none, new NotebookEdit.SetTitle("Circles"))).isEqualTo(SAMPLE);
    }

    private static String edited(String text, NotebookEdit edit) {
        return NotebookFormat.write(NotebookFormat.read(text).apply(edit));
    }

    private static List<CellProblem> problems(Notebook notebook) {
        CellGraph graph = CellGraph.of(notebook);
        List<CellProblem> all = new ArrayList<>();
        notebook.cells().forEach(cell -> all.addAll(graph.problems(cell.id())));
        return all;
    }
}
