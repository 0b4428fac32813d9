package dev.patchbook.store;

import static org.assertj.core.api.Assertions.assertThat;

import dev.patchbook.notebook.CellId;
import dev.patchbook.notebook.Notebook;
import dev.patchbook.notebook.NotebookFormat;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Sources of a data cell that goes to another folder. */
class DataPathsTest {
    @TempDir
    private Path folder;

    private String moved(String file) throws IOException {
        Notebook notebook = NotebookFormat.read(
                "---\npatchbook: 1\n---\n```patchbook data\nid: data\nfile: \"" + file + "\"\n```\n");
        Path to = Files.createDirectories(folder.resolve("to"));
        Notebook after =
                DataPaths.moved(notebook, folder, to).map(notebook::apply).orElse(notebook);
        return after.cell(new CellId("data")).orElseThrow().settings().get("file");
    }

    @Test
    void eachOfSeveralSourcesStaysTheSameFile() throws IOException {
        Files.writeString(folder.resolve("a.csv"), "");
        Files.createDirectories(folder.resolve("birds"));
        Files.writeString(folder.resolve("x, y.csv"), "");
        assertThat(moved("a.csv, birds/,gone.csv, sample:scenes"))
                .isEqualTo("../a.csv, ../birds, gone.csv, sample:scenes");
        assertThat(moved("x, y.csv")).as("a name with a comma").isEqualTo("../x, y.csv");
        assertThat(moved("sample:scenes")).isEqualTo("sample:scenes");
    }
}
