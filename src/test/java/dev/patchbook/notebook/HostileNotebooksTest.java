package dev.patchbook.notebook;

import static org.assertj.core.api.Assertions.assertThat;

import dev.patchbook.base.UserFacingException;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** Notebook files as strangers may send them, each with what must be said of it: its kinds of cells and the faults' lines. */
class HostileNotebooksTest {
    private static final String HEAD = "---\npatchbook: 1\ntitle: T\n---\n";

    @TempDir
    Path folder;

    static Stream<Arguments> cases() {
        Map<String, Object[]> all = new LinkedHashMap<>();
        text(all, "an empty file", "", "!This is not a Patchbook notebook");
        text(all, "a blank line", "\n", "!This is not a Patchbook notebook");
        text(all, "a later version", "---\npatchbook: 2\n---\n", "!is of version 2; this Patchbook reads version 1");
        text(all, "a version that is no number", "---\npatchbook: one\n---\n", "!patchbook");
        text(all, "another front matter", "---\ntitle: T\n---\n", "!This is not a Patchbook notebook");
        text(all, "a front matter that never ends", "---\npatchbook: 1\n", "!---");
        bytes(all, "bytes that are not text", new byte[] {(byte) 0xFF, (byte) 0xFE, 0, 1}, "!is not UTF-8 text");
        bytes(all, "UTF-16", HEAD.getBytes(StandardCharsets.UTF_16LE), "!This is not a Patchbook notebook");
        bytes(all, "cut off within a letter", cut(HEAD + "é"), "!is not UTF-8 text");
        bytes(all, "larger than any notebook", new byte[(8 << 20) + 1], "!is larger than 8 MB");
        text(all, "a path as a name", HEAD + cell("data", "id: ../../evil"), "DATA:6");
        text(all, "an absolute path as a name", HEAD + cell("train", "id: /etc/cron.d/evil"), "TRAIN:6,5");
        text(all, "dots as a name", HEAD + cell("train", "id: .."), "TRAIN:6,5");
        text(all, "a Windows path as a name", HEAD + cell("train", "id: C:\\evil"), "TRAIN:6,5");
        text(all, "a folder of our own as a name", HEAD + cell("train", "id: outputs"), "TRAIN:6,5");
        text(all, "a device as a name", HEAD + cell("train", "id: NUL"), "TRAIN:6,5");
        text(all, "a name with a line end in it", HEAD + cell("train", "id: \"a\\nb\""), "TRAIN:6,5");
        text(all, "an object of a class", HEAD + cell("data", "id: a\nfile: !!java.io.File [x]"), "DATA:7");
        text(
                all,
                "a script engine",
                HEAD + cell("data", "id: a\nfile: !!javax.script.ScriptEngineManager []"),
                "DATA:7");
        text(all, "aliases", HEAD + cell("data", "id: a\nfile: &x y\nalphabet: *x"), "DATA:7,8");
        text(all, "keys merged in", HEAD + cell("data", "id: a\n<<: {file: x}"), "DATA:7");
        text(all, "a key twice", HEAD + cell("data", "id: a\nfile: x\nfile: y"), "DATA:8");
        text(all, "an unknown key", HEAD + cell("data", "id: a\nrun: rm"), "DATA:7");
        text(all, "out elsewhere", HEAD + cell("train", "id: a\nout: /tmp/x"), "TRAIN:7,5");
        text(all, "numbers beyond all bounds", HEAD + cell("train", "id: a\nsteps: 99999999999999999999"), "TRAIN:7,5");
        text(all, "a size beyond all bounds", HEAD + cell("data", "id: a\nfile: x\nimage-size: 2147483647"), "DATA:8");
        text(all, "a number that is none", HEAD + cell("train", "id: a\nlearning-rate: .nan"), "TRAIN:7,5");
        text(all, "lists within lists", HEAD + cell("data", "id: a\nfile: " + "[".repeat(9999)), "DATA:7,6");
        text(
                all,
                "a circle",
                HEAD + cell("train", "id: a\nfrom: b") + cell("train", "id: b\nfrom: a"),
                "TRAIN:7 TRAIN:11");
        text(all, "a kind of a later version", HEAD + cell("shell", "id: a\nrun: rm -rf"), "UNKNOWN:");
        text(all, "a fence that never ends", HEAD + "```patchbook data\nid: a\n", "DATA:5");
        text(all, "a script in a note", HEAD + "<script>alert(1)</script>\n", "NOTE:");
        text(all, "control characters", HEAD + cell("data", "id: a\nfile: \"\u0007\""), "DATA:6,5");
        text(all, "a line of a million letters", HEAD + cell("data", "id: a\nfile: " + "x".repeat(1 << 20)), "DATA:");
        return all.entrySet().stream()
                .map(entry -> Arguments.of(entry.getKey(), entry.getValue()[0], entry.getValue()[1]));
    }

    private static String cell(String kind, String body) {
        return "```patchbook " + kind + "\n" + body + "\n```\n";
    }

    private static byte[] cut(String text) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        byte[] whole = text.getBytes(StandardCharsets.UTF_8);
        bytes.write(whole, 0, whole.length - 1);
        return bytes.toByteArray();
    }

    private static void text(Map<String, Object[]> all, String name, String text, String expected) {
        bytes(all, name, text.getBytes(StandardCharsets.UTF_8), expected);
    }

    private static void bytes(Map<String, Object[]> all, String name, byte[] bytes, String expected) {
        all.put(name, new Object[] {bytes, expected});
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("cases")
    void theReportIsTheExpectedOne(String name, byte[] bytes, String expected) throws IOException {
        Path file = Files.write(folder.resolve("a.md"), bytes);
        String outcome = outcome(file);
        if (expected.startsWith("!")) {
            assertThat(outcome).contains(expected.substring(1));
        } else {
            assertThat(outcome).isEqualTo(expected);
            assertThat(NotebookFormat.write(NotebookFiles.open(file)).getBytes(StandardCharsets.UTF_8))
                    .isEqualTo(bytes);
        }
        assertThat(Files.readAllBytes(file)).isEqualTo(bytes);
    }

    /** Each cell's kind with the lines of its faults; or why the file is refused. */
    private static String outcome(Path file) {
        try {
            Notebook notebook = NotebookFiles.open(file);
            CellGraph graph = CellGraph.of(notebook);
            return notebook.cells().stream()
                    .map(cell -> cell.kind() + ":"
                            + graph.problems(cell.id()).stream()
                                    .peek(problem ->
                                            assertThat(problem.remedy()).isNotBlank())
                                    .map(problem -> Integer.toString(problem.line()))
                                    .distinct()
                                    .collect(Collectors.joining(",")))
                    .collect(Collectors.joining(" "));
        } catch (UserFacingException e) {
            assertThat(e.remedy()).isNotBlank();
            return e.what() + " " + e.remedy();
        }
    }
}
