package dev.patchbook.notebook;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

/** A comparison builds on one cell or on two. */
class CompareBasesTest {
    private static final CellId BOTH = new CellId("both");

    private static CellGraph graph(String from) {
        return CellGraph.of(NotebookFormat.read("""
                ---
                patchbook: 1
                ---

                ```patchbook data
                id: scenes
                ```
                ```patchbook model
                id: small
                ```
                ```patchbook train
                id: first
                ```
                ```patchbook train
                id: second
                from: small
                ```
                ```patchbook compare
                id: both
                %s```
                """.formatted(from.isEmpty() ? "" : "from: " + from + "\n")));
    }

    private static List<String> parents(CellGraph graph) {
        return graph.parents(BOTH).stream().map(CellId::text).toList();
    }

    private static String problem(CellGraph graph) {
        List<CellProblem> all = graph.problems(BOTH);
        assertThat(all).hasSize(1);
        assertThat(all.get(0).key()).isEqualTo("from");
        return "line " + all.get(0).line() + ": " + all.get(0).message();
    }

    @Test
    void unwrittenItIsTheNearestTraining() {
        assertThat(parents(graph(""))).containsExactly("second");
    }

    @Test
    void twoAreLeftAndRightInTheOrderWritten() {
        assertThat(parents(graph("[second, first]"))).containsExactly("second", "first");
        assertThat(parents(graph("[small, first]"))).containsExactly("small", "first");
        assertThat(graph("[second, first]").problems(BOTH)).isEmpty();
        assertThat(graph("[second, first]").upstream(BOTH).stream().map(CellId::text))
                .containsExactlyInAnyOrder("scenes", "small", "first", "second");
    }

    @Test
    void oneNamedTwiceIsBothSides() {
        CellGraph graph = graph("[first, first]");
        assertThat(parents(graph)).containsExactly("first");
        assertThat(graph.problems(BOTH)).isEmpty();
    }

    @Test
    void aThirdOrAnotherKindIsSaidWithItsLine() {
        assertThat(problem(graph("[first, second, small]")))
                .startsWith("line 20: ")
                .contains("does not build on the model cell “small” as well; it has two sides.");
        assertThat(problem(graph("[first, scenes]"))).contains("does not build on the data cell “scenes”.");
        assertThat(problem(graph("[first, gone]"))).contains("There is no cell “gone”.");
    }
}
