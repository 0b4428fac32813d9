package dev.patchbook.notebook;

import static org.assertj.core.api.Assertions.assertThat;

import dev.patchbook.config.Preset;
import dev.patchbook.config.Variant;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

class CellGraphTest {
    /** Cells written as {@code kind id} or {@code kind id < base, base}; further lines after semicolons. */
    private static Notebook notebook(String... cells) {
        String body = Arrays.stream(cells).map(CellGraphTest::cell).collect(Collectors.joining("\n"));
        return NotebookFormat.read("---\npatchbook: 1\n---\n" + body);
    }

    private static String cell(String text) {
        String[] settings = text.split(";");
        String[] parts = settings[0].split("<");
        String[] words = parts[0].strip().split(" ");
        String from = parts.length > 1 ? "from: [" + parts[1].strip() + "]\n" : "";
        String rest =
                Arrays.stream(settings).skip(1).map(line -> line.strip() + "\n").collect(Collectors.joining());
        return "```patchbook " + words[0] + "\nid: " + words[1] + "\n" + from + rest + "```\n";
    }

    private static CellId id(String text) {
        return new CellId(text);
    }

    private static List<CellId> ids(String... texts) {
        return Arrays.stream(texts).map(CellId::new).toList();
    }

    @Test
    void aCellBuildsOnTheNearestSuitableOneAbove() {
        CellGraph graph = CellGraph.of(notebook(
                "data a", "data b", "model m", "sample early", "train t", "model n", "patches p", "attention l < n"));
        assertThat(graph.parents(id("m"))).isEqualTo(ids("b"));
        assertThat(graph.parents(id("early"))).as("nothing is trained yet").isEqualTo(ids("m"));
        assertThat(graph.parents(id("t"))).isEqualTo(ids("m"));
        assertThat(graph.parents(id("p"))).as("a training before a model").isEqualTo(ids("t"));
        assertThat(graph.parents(id("l"))).isEqualTo(ids("n"));
        assertThat(graph.upstream(id("p"))).isEqualTo(ids("b", "m", "t"));
        assertThat(graph.downstream(id("b"))).isEqualTo(ids("m", "early", "t", "n", "p", "l"));
        assertThat(graph.children(id("m"))).isEqualTo(ids("early", "t"));
    }

    @Test
    void aTrainCellMayNameOtherDataAndGoOnFromATraining() {
        CellGraph graph = CellGraph.of(notebook("data a", "data b", "model m < a", "train t < m, b", "train u < t"));
        assertThat(graph.parents(id("t"))).isEqualTo(ids("m", "b"));
        assertThat(graph.parent(id("t"), CellKind.DATA).orElseThrow().id()).isEqualTo(id("b"));
        assertThat(graph.parents(id("u"))).isEqualTo(ids("t"));
        assertThat(graph.problems(id("t"))).isEmpty();
        assertThat(graph.problems(id("u"))).isEmpty();
    }

    @Test
    void theOrderPutsEveryCellAfterWhatItBuildsOn() {
        CellGraph graph = CellGraph.of(notebook("sample s < t", "train t < m", "model m < a", "data a"));
        assertThat(graph.order()).isEqualTo(ids("a", "m", "t", "s"));
    }

    @Test
    void namesThatLeadNowhereOrToTheWrongKindAreProblemsInPlace() {
        CellGraph graph = CellGraph.of(notebook(
                "data a",
                "model m < nothing",
                "train t < a",
                "sample s < m, a",
                "data b < a",
                "train u < m, m2",
                "model m2"));
        assertThat(problem(graph, "m")).contains("no cell “nothing”");
        assertThat(graph.problems(id("m")).get(0).line()).isEqualTo(10);
        assertThat(problem(graph, "t")).contains("names no model cell");
        assertThat(problem(graph, "s")).contains("does not build on the data cell “a”");
        assertThat(problem(graph, "b")).contains("does not build on");
        assertThat(problem(graph, "u")).contains("as well");
        assertThat(graph.parents(id("s"))).isEqualTo(ids("m"));
    }

    private static String problem(CellGraph graph, String id) {
        List<CellProblem> problems = graph.problems(id(id));
        assertThat(problems).hasSize(1);
        assertThat(problems.get(0).key()).isEqualTo("from");
        return problems.get(0).message();
    }

    @Test
    void circlesAreProblemsOfTheCellsOnThem() {
        CellGraph graph =
                CellGraph.of(notebook("model m", "train t < u", "train u < v", "train v < t", "sample s < v"));
        assertThat(problem(graph, "m")).contains("no data cell above");
        assertThat(problem(graph, "t")).contains("t → u → v → t");
        assertThat(problem(graph, "u")).contains("u → v → t → u");
        assertThat(problem(graph, "v")).contains("v → t → u → v");
        assertThat(graph.problems(id("s"))).isEmpty();
        assertThat(graph.order()).hasSize(5);
        assertThat(problem(CellGraph.of(notebook("train t < t")), "t")).contains("t → t");
    }

    @Test
    void whatUnknownKindsBuildOnIsNotForThisVersion() {
        CellGraph graph = CellGraph.of(notebook("spark a < a, b, none", "spark b < b, a"));
        assertThat(graph.order()).isEqualTo(ids("a", "b"));
        assertThat(graph.parents(id("a"))).isEmpty();
        assertThat(graph.problems(id("a"))).isEmpty();
    }

    @Test
    void dataTakesTheDefaultsOfTheFirstModelBuiltOnIt() {
        CellGraph graph = CellGraph.of(notebook(
                "data a", "data b", "model m < a; preset: published", "model n < a; preset: tiny", "train t < n"));
        CellSettings a = CellSettings.of(graph, id("a"));
        assertThat(a).isEqualTo(new CellSettings(Preset.PUBLISHED, Variant.PUBLISHED, java.util.Optional.of(id("m"))));
        assertThat(a.defaults(CellKind.DATA)).containsEntry("image-size", "96").containsEntry("repeat", "30");
        assertThat(CellSettings.of(graph, id("b")))
                .isEqualTo(new CellSettings(Preset.LAPTOP, Variant.STANDARD, java.util.Optional.empty()));
        assertThat(CellSettings.of(graph, id("t")).preset()).isEqualTo(Preset.TINY);
    }

    @Test
    void aModelWithAnUnusablePresetLeavesTheUsualDefaults() {
        CellGraph graph = CellGraph.of(notebook("data a", "model m; preset: huge", "model n; heads: 2"));
        assertThat(CellSettings.of(graph, id("m")).preset()).isEqualTo(Preset.LAPTOP);
        assertThat(CellSettings.of(graph, id("a")).preset()).isEqualTo(Preset.LAPTOP);
        assertThat(CellSettings.of(graph, id("gone")).preset()).isEqualTo(Preset.LAPTOP);
    }

    @Test
    @Timeout(20)
    void hostileTextsAreReadInNoTime() {
        String head = "---\npatchbook: 1\n---\n";
        List<String> bodies = List.of(
                "~~~a\n".repeat(200_000),
                "```a\n".repeat(200_000) + "```patchbook data\nid: a\n```\n",
                "~~~~~a\n~~~~\n".repeat(100_000),
                "<!-- note a -->\n".repeat(4000),
                "```patchbook train\n```\n".repeat(4000),
                "```patchbook train\nid: a\n```\n".repeat(4000),
                "```patchbook data\n" + "é😀: b\n".repeat(200_000) + "```\n",
                "```patchbook data\nfile: " + "[".repeat(100_000) + "\n```\n",
                "```patchbook data\n" + "? ".repeat(100_000) + "\n```\n",
                chain(4000));
        for (String body : bodies) {
            Notebook notebook = NotebookFormat.read(head + body);
            CellGraph graph = CellGraph.of(notebook);
            assertThat(graph.order()).hasSameSizeAs(notebook.cells());
            assertThat(NotebookFormat.write(notebook)).isEqualTo(head + body);
        }
    }

    /** Every cell builds on the next one, and the last on the first. */
    private static String chain(int cells) {
        StringBuilder text = new StringBuilder();
        for (int i = 0; i < cells; i++) {
            text.append("```patchbook train\nid: t")
                    .append(i)
                    .append("\nfrom: t")
                    .append((i + 1) % cells);
            text.append("\n```\n");
        }
        return text.toString();
    }

    @Test
    void aLongChainOfCellsIsFollowedToItsStart() {
        StringBuilder text = new StringBuilder(
                "---\npatchbook: 1\n---\n```patchbook data\nid: a\n```\n```patchbook model\nid: m\n```\n");
        for (int i = 0; i < 400; i++) {
            text.append("```patchbook train\nid: t")
                    .append(i)
                    .append("\nfrom: ")
                    .append(i == 0 ? "m" : "t" + (i - 1));
            text.append("\nsteps: 5\n```\n");
        }
        Notebook notebook = NotebookFormat.read(text.toString());
        for (int i = 0; i < 20; i++) {
            notebook = notebook.apply(new NotebookEdit.SetSetting(id("t7"), "steps", "" + i));
            assertThat(CellGraph.of(notebook).upstream(id("t399"))).hasSize(401);
        }
    }
}
