package dev.patchbook.notebook;

import static org.assertj.core.api.Assertions.assertThat;

import dev.patchbook.notebook.NotebookEdit.SetSetting;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class NotebookFormatTest {
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
    void readsTitleCellsAndNotes() {
        Notebook notebook = NotebookFormat.read(SAMPLE);
        assertThat(notebook.title()).isEqualTo("Circles");
        assertThat(notebook.cells())
                .extracting(cell -> cell.kind().id() + " " + cell.id())
                .containsExactly("note note", "data scenes", "model small", "note note-2", "train first");
        assertThat(notebook.cells().get(0).text()).isEqualTo("# Circles\n\nLook at *this*.");
        Cell train = notebook.cells().get(4);
        assertThat(train.from()).containsExactly(new CellId("small"));
        assertThat(train.settings()).containsExactly(Map.entry("learning-rate", "0.001"), Map.entry("steps", "100"));
        assertThat(notebook.lines()).containsExactly(6, 10, 15, 20, 21);
        assertThat(problems(notebook)).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "\n\n\n",
                "words without a line's end",
                "```patchbook data\nid: a\n```",
                "```patchbook data   \nid:    a   \n\n   # a comment\nfile : \"x\"\n```  \n   \n\t\n",
                "~~~\n```patchbook data\nid: a\n```\n~~~\n",
                "````md\n```patchbook data\nid: a\n```\n````\n",
                "<!-- note a -->\n<!-- note b -->\n\ntext\n<!-- note a -->\ntwice\n",
                "```patchbook data\nid: a\nfile: &x y\nseed: *x\n: :\n```\n```patchbook\n```\n```patchbook spark\nmap: {a: 1}\n```\n",
                "```patchbook data\nid: a\nnever closed\n",
                "~~~\nnever closed\n```patchbook data\nid: a\n```\n",
                "```patchbook data\n{id: a, seed: 2}\n```\n",
                "```patchbook data\n- a list\n```\n```patchbook data\nplain\n```\n```patchbook data\n```\n",
            })
    void anUntouchedFileKeepsEveryByte(String body) {
        for (String head : List.of(HEAD, "\uFEFF---  \npatchbook: 1   # one\n\nauthor: me\n...\n")) {
            for (String text :
                    List.of(head + body, (head + body).replace("\n", "\r\n"), (head + body).replace("\n", "\r"))) {
                assertThat(NotebookFormat.write(NotebookFormat.read(text))).isEqualTo(text);
            }
        }
    }

    @Test
    void changingOneSettingChangesThatLineAlone() {
        for (String text : List.of(SAMPLE, SAMPLE.replace("\n", "\r\n"))) {
            String edited = edited(text, new SetSetting(new CellId("first"), "learning-rate", "0.002"));
            assertThat(edited).isEqualTo(text.replace("learning-rate: 0.001   #", "learning-rate: 0.002   #"));
        }
    }

    @Test
    void aNewSettingIsOneNewLineAtTheEndAndGoesAgainWithoutATrace() {
        SetSetting edit = new SetSetting(new CellId("first"), "batch", "8");
        String edited = edited(SAMPLE, edit);
        assertThat(edited).isEqualTo(SAMPLE.replace("steps: 100\n", "steps: 100\nbatch: 8\n"));
        assertThat(edited(edited, new NotebookEdit.ClearSetting(new CellId("first"), "batch")))
                .isEqualTo(SAMPLE);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "steps: 100",
                "steps:100\nseed: 1",
                "steps:",
                "steps:   # none yet",
                "steps: '100' # quoted",
                "\"steps\": \"100\"",
                "steps: |\n  100",
                "steps: >-\n  100\nseed: 1",
                "steps:\n  100\nseed: 1",
                "? steps\n: 100",
                "{steps: 100, seed: 1}",
                "steps: [1, 2]",
                "steps:\n- 1\n- 2\nseed: 1",
                "  steps: 100\n  seed: 1",
                "seed: 1",
            })
    void aSettingIsWrittenHoweverItStoodBefore(String body) {
        boolean flow = body.startsWith("{");
        String text =
                HEAD + "```patchbook train\n" + (flow ? "{id: a, " + body.substring(1) : indented(body)) + "\n```\n";
        Notebook notebook = NotebookFormat.read(text).apply(new SetSetting(new CellId("a"), "steps", "7"));
        Notebook again = NotebookFormat.read(NotebookFormat.write(notebook));
        assertThat(again.cells().get(0).settings()).containsEntry("steps", "7");
        assertThat(again.cells().get(0).settings().containsKey("seed"))
                .isEqualTo(body.contains("seed") && !body.startsWith("steps:100")); // that is no YAML
        assertThat(again).isEqualTo(notebook);
    }

    private static String indented(String body) {
        return (body.startsWith("  ") ? "  " : "") + "id: a\n" + body;
    }

    @Test
    void valuesThatYamlWouldReadOtherwiseAreQuoted() {
        for (String value : List.of(
                "",
                " a ",
                "null",
                "~",
                "a: b",
                "a #b",
                "- a",
                "'",
                "\"",
                "[x]",
                "{",
                "*a",
                "&a",
                "!t",
                "%",
                "@",
                "`",
                "a\nb",
                "a\tb",
                "\u0007",
                "\u2028",
                "\uFEFF",
                "é",
                "😀",
                "true",
                "C:\\x",
                "sample:scenes",
                "a red circle",
                ":",
                "#",
                "---",
                "? a",
                "a:",
                ",",
                "=",
                "a, b",
                "\uD800",
                "\u0085",
                "<<",
                "| a",
                "> a",
                "-",
                "-1",
                "0x1")) {
            Cell cell = Cell.of(CellKind.SAMPLE, new CellId("a"), List.of(), Map.of("prompt", value));
            assertThat(cell.settings()).containsEntry("prompt", value);
            Cell list = cell.withSetting("prompt", "x").withSetting("prompt", value);
            assertThat(list.settings()).containsEntry("prompt", value);
            assertThat(cell.problems()).isEmpty();
        }
        assertThat(Cell.of(CellKind.DATA, new CellId("a"), List.of(), Map.of("file", "sample:scenes"))
                        .source())
                .contains("file: sample:scenes\n");
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
