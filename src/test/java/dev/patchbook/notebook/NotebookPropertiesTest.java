package dev.patchbook.notebook;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;

/** Properties that hold for every notebook, tried on random ones; a failure names its seed. */
class NotebookPropertiesTest {
    private static final int ROUNDS = 1000;
    private static final List<String> LINES = List.of(
            "",
            " ",
            "\t",
            "text",
            "# head",
            "```",
            "```python",
            "~~~",
            "~~~ x",
            "````",
            "~~~~",
            "   ```",
            "    ```",
            "```patchbook data",
            "```patchbook model",
            "```patchbook train",
            "```patchbook",
            "```patchbook spark x",
            " ```patchbook data",
            "``` patchbook  sample ",
            "id: a",
            "id: b",
            "id: A",
            "from: a",
            "from: [a, b]",
            "from:",
            "- a",
            "steps: 3",
            "  steps: 4",
            "seed: 'x",
            "seed: |",
            "  more",
            "? x",
            ": y",
            "{a: b}",
            "[",
            "# comment",
            "file: x # c",
            "prompt: \"a\\n\"",
            "<!-- note a -->",
            "<!--note b-->",
            "<!-- note a b -->",
            " <!-- note c -->",
            "---",
            "...",
            "%YAML 1.2",
            "&a b: *c",
            "!t x: !u y",
            "\u00A0",
            "\u0085",
            "\u2028",
            "\u0000",
            "é😀",
            "a:b",
            "'",
            "<div>",
            "`",
            "``",
            "- - -",
            "***",
            "| a | b |",
            "\\",
            "@x: y");
    private static final List<String> VALUES = List.of(
            "1",
            "0.5",
            "",
            " ",
            "a b",
            "x: y",
            "#",
            "'",
            "\"",
            "a\nb\n",
            "~",
            "null",
            "[a]",
            "é😀",
            "\t",
            "\u0000",
            "\r",
            "sample:scenes",
            "-",
            "- a",
            "?",
            "|",
            ">",
            "%",
            "@",
            "`",
            "\\",
            "*",
            "&",
            "!",
            ",",
            "\u2029",
            "\uFEFF",
            "---");
    private static final List<String> KEYS =
            List.of("steps", "seed", "file", "prompt", "batch", "image", "odd key", "x");

    @Test
    void readingAndWritingAnythingChangesNothing() {
        for (int seed = 0; seed < ROUNDS; seed++) {
            String text = randomText(new SplittableRandom(seed));
            assertThat(NotebookFormat.write(NotebookFormat.read(text)))
                    .as("seed " + seed)
                    .isEqualTo(text);
        }
    }

    @Test
    void aNotebookWrittenAndReadAgainIsEqual() {
        for (int seed = 0; seed < ROUNDS; seed++) {
            SplittableRandom random = new SplittableRandom(seed);
            Notebook notebook = random.nextInt(3) == 0
                    ? Notebook.empty(pick(random, VALUES))
                    : NotebookFormat.read(randomText(random));
            for (int i = random.nextInt(12); i >= 0; i--) {
                NotebookEdit edit = randomEdit(random, notebook);
                Notebook before = notebook;
                notebook = notebook.apply(edit);
                String text = NotebookFormat.write(notebook);
                Notebook again = NotebookFormat.read(text);
                int round = seed;
                assertThat(again)
                        .as(() -> "seed " + round + ", " + edit + " on\n" + NotebookFormat.write(before) + "\ngave\n"
                                + text)
                        .isEqualTo(notebook);
                assertThat(again.lines()).as("seed %d", seed).isEqualTo(notebook.lines());
                assertThat(NotebookFormat.write(again)).as("seed %d", seed).isEqualTo(text);
            }
        }
    }

    @Test
    void settingAKeyOfASoundCellGivesThatValueAndChangesNoOtherLine() {
        for (int seed = 0; seed < ROUNDS; seed++) {
            SplittableRandom random = new SplittableRandom(seed);
            Map<String, String> settings = randomSettings(random);
            CellId id = new CellId("a");
            Notebook notebook = Notebook.empty("x")
                    .apply(new NotebookEdit.Insert(0, Cell.note(id, "n")))
                    .apply(new NotebookEdit.Insert(1, Cell.of(CellKind.TRAIN, new CellId("t"), List.of(), settings)));
            String key = pick(random, KEYS);
            String value = pick(random, VALUES);
            Notebook edited = notebook.apply(new NotebookEdit.SetSetting(new CellId("t"), key, value));
            Map<String, String> wanted = new LinkedHashMap<>(settings);
            wanted.put(key, value);
            assertThat(new HashMap<>(edited.cells().get(1).settings()))
                    .as("seed " + seed)
                    .isEqualTo(wanted);
            List<String> before = new ArrayList<>(Lines.of(NotebookFormat.write(notebook)));
            List<String> after = new ArrayList<>(Lines.of(NotebookFormat.write(edited)));
            boolean added = !settings.containsKey(key);
            assertThat(after).as("seed " + seed).hasSize(before.size() + (added ? 1 : 0));
            after.removeAll(before);
            assertThat(after.size()).as("seed " + seed).isLessThanOrEqualTo(1);
        }
    }

    @Test
    void undoLeadsBackThroughEveryEditAndRedoForward() {
        for (int seed = 0; seed < 300; seed++) {
            SplittableRandom random = new SplittableRandom(seed);
            Undo history = Undo.of(NotebookFormat.read(randomText(random)));
            List<String> texts = new ArrayList<>(List.of(NotebookFormat.write(history.present())));
            for (int i = 0; i < 10; i++) {
                Undo next = history.edit(randomEdit(random, history.present()));
                if (next != history) {
                    texts.add(NotebookFormat.write(next.present()));
                }
                history = next;
            }
            for (int i = texts.size() - 1; i >= 0; i--) {
                assertThat(NotebookFormat.write(history.present())).isEqualTo(texts.get(i));
                history = history.undo();
            }
            assertThat(history.undoable()).isEmpty();
            for (String text : texts) {
                assertThat(NotebookFormat.write(history.present())).isEqualTo(text);
                history = history.redo();
            }
            assertThat(history.redoable()).isEmpty();
        }
    }

    @Test
    void aGraphNeverFailsAndHasNoCircle() {
        for (int seed = 0; seed < ROUNDS; seed++) {
            Notebook notebook = NotebookFormat.read(randomText(new SplittableRandom(seed)));
            CellGraph graph = CellGraph.of(notebook);
            assertThat(graph.order()).hasSameSizeAs(notebook.cells());
            List<CellId> seen = new ArrayList<>();
            for (CellId id : graph.order()) {
                assertThat(seen).as("seed " + seed).containsAll(graph.parents(id));
                seen.add(id);
            }
        }
    }

    private static String randomText(SplittableRandom random) {
        List<String> ends = List.of("\n", "\n", "\r\n", "\r");
        String eol = pick(random, ends);
        boolean mixed = random.nextInt(4) == 0;
        StringBuilder text = new StringBuilder("---" + eol + "patchbook: 1" + eol + "---" + eol);
        int lines = random.nextInt(30);
        for (int i = 0; i < lines; i++) {
            String line = pick(random, LINES);
            text.append(random.nextInt(12) == 0 ? line + pick(random, LINES) : line);
            text.append(i == lines - 1 && random.nextBoolean() ? "" : mixed ? pick(random, ends) : eol);
        }
        return text.toString();
    }

    private static NotebookEdit randomEdit(SplittableRandom random, Notebook notebook) {
        int size = notebook.cells().size();
        CellId id = size == 0
                ? new CellId("none")
                : notebook.cells().get(random.nextInt(size)).id();
        return switch (random.nextInt(10)) {
            case 0 ->
                new NotebookEdit.Insert(random.nextInt(size + 2), Cell.note(new CellId("n"), randomMarkdown(random)));
            case 1 ->
                new NotebookEdit.Insert(
                        random.nextInt(size + 2),
                        Cell.of(
                                randomKind(random),
                                new CellId(pick(random, List.of("a", "b", "c"))),
                                List.of(id),
                                randomSettings(random)));
            case 2 -> new NotebookEdit.SetSetting(id, pick(random, KEYS), pick(random, VALUES));
            case 3 -> new NotebookEdit.ClearSetting(id, pick(random, KEYS));
            case 4 -> new NotebookEdit.SetFrom(id, random.nextBoolean() ? List.of() : List.of(id, new CellId("b")));
            case 5 -> new NotebookEdit.SetText(id, randomMarkdown(random));
            case 6 -> new NotebookEdit.Move(id, random.nextInt(size + 1));
            case 7 -> new NotebookEdit.Remove(id);
            case 8 -> new NotebookEdit.Rename(id, new CellId(pick(random, List.of("a", "b", "z"))));
            default -> new NotebookEdit.SetTitle(pick(random, VALUES));
        };
    }

    private static CellKind randomKind(SplittableRandom random) {
        return pick(random, List.of(CellKind.DATA, CellKind.MODEL, CellKind.TRAIN, CellKind.SAMPLE));
    }

    private static Map<String, String> randomSettings(SplittableRandom random) {
        Map<String, String> settings = new LinkedHashMap<>();
        for (int i = random.nextInt(4); i > 0; i--) {
            settings.put(pick(random, KEYS), pick(random, VALUES));
        }
        return settings;
    }

    private static String randomMarkdown(SplittableRandom random) {
        StringBuilder text = new StringBuilder();
        for (int i = random.nextInt(6); i > 0; i--) {
            text.append(pick(random, LINES)).append(pick(random, List.of("\n", "\n", "\r\n")));
        }
        return text.toString();
    }

    private static <T> T pick(SplittableRandom random, List<T> from) {
        return from.get(random.nextInt(from.size()));
    }
}
